"""What stands around Streamlit: requests, sign-in, sessions, and how answers are sent."""
