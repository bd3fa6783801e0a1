"""What a document is about: facts in the form a template needs, without words or layout."""
