filter-text = Parole

fault-words = { $name } può avere al massimo 200 caratteri.
fault-unknown = { $name } qui non significa nulla. Si può indicare: { $known }.
