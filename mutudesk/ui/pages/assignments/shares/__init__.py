"""The mission shares of an assignment in its form: each entered, offered to, added up."""
