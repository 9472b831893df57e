//! Whatever the bytes are, they are taken in whole or refused in words.

use image::ImageFormat;
use proptest::prelude::*;
use signpost_core::{Content, MOST_BYTES, samples};

/// What must hold of anything that is taken in, or of the words of its refusal.
fn judged(bytes: &[u8]) {
    for taken in [Content::document(bytes.to_vec()), Content::picture(bytes.to_vec())] {
        match taken {
            Ok(content) => {
                assert!(content.bytes().len() as u64 <= MOST_BYTES);
                assert!(content.renditions().is_ok());
            }
            Err(refusal) => assert!(refusal.to_string().len() < 400, "{refusal}"),
        }
    }
}

fn whole() -> impl Strategy<Value = Vec<u8>> {
    let packed = "4 0 obj\n<< /Type /ObjStm /N 1 /First 4 >>\nstream\n1 0 << >>\nendstream\nendobj";
    prop_oneof![
        Just(samples::pdf(packed)),
        Just(samples::jpeg(40, 30)),
        Just(samples::png(40, 30)),
        Just(samples::picture(40, 30, ImageFormat::WebP)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        judged(&bytes);
    }

    #[test]
    fn any_bytes_behind_a_known_beginning(
        beginning in prop::sample::select(vec![
            &b"%PDF-1.7\n4 0 obj <</N 1/First 1/Filter/FlateDecode>> stream\n"[..],
            b"\xff\xd8\xff\xe0\x00\x10JFIF\0",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"RIFF\xff\0\0\0WEBPVP8 ",
        ]),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        judged(&[beginning, &bytes, b" startxref %%EOF"].concat());
    }

    #[test]
    fn a_file_with_some_bytes_otherwise(
        mut bytes in whole(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        end in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if is_cut {
            bytes.truncate(end.index(bytes.len()));
        }
        judged(&bytes);
    }
}
