"""The script that Streamlit runs for every address: who are you, and which pages are yours."""
import streamlit as st
from pages.parts.session import signed_in, speak, sign_in_as, open_database
from planning.core.people import everyone
from planning.core.rights import Person, Role
person = signed_in()
speak(person)
if person is None:
    st.title("sign in")
    for p in everyone(open_database()):
        if st.button(p.name): sign_in_as(p)
    st.stop()
def a(): st.title("A"); st.write(person)
def b(): st.title("B")
st.navigation([st.Page(a,title="A",url_path="a",default=True), st.Page(b,title="B", url_path="school")]).run()
