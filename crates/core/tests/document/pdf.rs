//! PDFs: whole, open to everybody, only to be read.

use miniz_oxide::deflate::compress_to_vec_zlib;
use signpost_core::{Content, MediaType, samples};

fn refusal(bytes: Vec<u8>) -> String {
    Content::document(bytes).unwrap_err().to_string()
}

/// An object stream with some objects in it.
fn packed(dictionary: &str, objects: &str) -> Vec<u8> {
    let data = compress_to_vec_zlib(objects.as_bytes(), 6);
    let mut bytes =
        format!("%PDF-1.7\n4 0 obj\n<< {dictionary} /Length {} >>\nstream\n", data.len()).into_bytes();
    bytes.extend(data);
    bytes.extend(b"\nendstream\nendobj\nstartxref\n0\n%%EOF\n");
    bytes
}

#[test]
fn a_pdf_is_kept_as_it_is() {
    let bytes = samples::pdf("4 0 obj\n<< /Length 5 >>\nstream\nhello\nendstream\nendobj");
    let content = Content::document(bytes.clone()).unwrap();
    assert_eq!(
        (content.bytes(), content.media_type(), content.size()),
        (bytes.as_slice(), MediaType::Pdf, None)
    );
    let file = content.file("memorandum".parse().unwrap());
    assert_eq!((file.name.as_str(), file.length), ("memorandum.pdf", bytes.len() as u64));
    assert!(
        Content::document(packed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", "1 0 << /A /B >>"))
            .is_ok()
    );
}

#[test]
fn what_does_something_by_itself_is_refused() {
    for (lines, words) in [
        ("5 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj", "holds JavaScript"),
        ("5 0 obj\n<</S/J#61vaScript/JS 6 0 R>>\nendobj", "holds JavaScript"),
        ("5 0 obj\n<< /S /Launch /F (calc.exe) >>\nendobj", "holds an action that starts a program"),
        ("5 0 obj\n<< /Type /EmbeddedFile >>\nendobj", "holds other files"),
        ("5 0 obj\n<< /XFA 6 0 R >>\nendobj", "holds a form that runs scripts"),
        ("trailer << /Encrypt 9 0 R >>", "is encrypted"),
    ] {
        let refusal = refusal(samples::pdf(lines));
        assert!(refusal.contains(words), "{lines}: {refusal}");
    }
    assert!(Content::document(samples::pdf("% LaunchPad /Launched /JavaScripts")).is_ok());
}

#[test]
fn what_hides_in_packed_objects_is_found() {
    let objects = "5 0 << /S /JavaScript /JS (x) >>";
    for dictionary in
        ["/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", "/N 1 /First 4 /Filter [/Flate#44ecode]"]
    {
        assert!(refusal(packed(dictionary, objects)).contains("JavaScript"), "{dictionary}");
    }
    for dictionary in [
        "/Type /ObjStm /N 1 /First 4 /Filter [/ASCII85Decode /FlateDecode]",
        "/Type /ObjStm /N 1 /First 4 /Filter 9 0 R",
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>",
    ] {
        assert!(refusal(packed(dictionary, objects)).contains("cannot be looked into"), "{dictionary}");
    }
    let bomb = packed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &" ".repeat(70_000_000));
    assert!(bomb.len() < 200_000, "{}", bomb.len());
    assert!(refusal(bomb).contains("cannot be looked into"));
}

#[test]
fn what_is_no_whole_pdf_is_refused() {
    let whole = samples::pdf("");
    for (bytes, words) in [
        (Vec::new(), "it is empty"),
        (b"#!/bin/sh\necho".to_vec(), "no document but a script, whatever its name says"),
        (b"<!doctype html><script>".to_vec(), "no document but a web page (HTML)"),
        (b"PK\x03\x04docx".to_vec(), "save it as a PDF"),
        (b"%PDF-".to_vec(), "states no version"),
        (whole[..whole.len() - 20].to_vec(), "the PDF is broken or cut short (its end is not there)"),
        (b"%PDF-1.7\n<script></script> startxref %%EOF".to_vec(), "it has no objects"),
        (vec![b'%'; 20_000_001], "20000001 bytes, and 20000000 is the most"),
    ] {
        let refusal = refusal(bytes);
        assert!(refusal.contains(words), "{words}: {refusal}");
    }
}
