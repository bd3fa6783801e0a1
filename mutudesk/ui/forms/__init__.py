"""The one form mechanism: fields are data (`specs`), `RecordForm` makes them into widgets."""
