"""Who signed what: keys and signatures in minisign's format, words to compare."""
