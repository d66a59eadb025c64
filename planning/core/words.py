"""What the reasons of the board, its people and the database say."""

from typing import Final

from planning.core.translation import N_

REASONS: Final = {
    "role_gone": N_("Your role no longer allows this. Nothing was changed."),
    "changed_meanwhile": N_("Somebody changed something meanwhile. Nothing was undone."),
    "changed_since_drawn": N_(
        "Somebody changed something since this page was drawn, so nothing was done. Look at it as it is now; if you "
        "still want it, press once more."
    ),
    "database_away": N_(
        "The database could not be reached. Your last click was not kept; what you filled in stands here still. "
        "Try once more."
    ),
    "disk_full": N_(
        "There is no room left on the server to keep this. Nothing was changed. Tell whoever keeps the server: its "
        "disk is full."
    ),
    "database_busy": N_("It is busy just now. Nothing was changed; try once more."),
    "day_outside": N_("The day says {read}. Choose one from {first} to {last}."),
    "number_outside": N_("It says {read}. Choose a number from {least} to {most}."),
    "number_too_low": N_("It says {read}. Choose {least} or more."),
    "text_too_long": N_("This is {n} characters long, and there is room for {longest}. Shorten it."),
    "file_gone": N_("There is no file any more. Choose it again."),
    "target_unreadable": N_("The target says ‘{read}’. Write it as a number: 4 or 2.5."),
    "target_out_of_range": N_("The target says {read}. Choose one from {lowest} to {highest}."),
    "nearly_out_of_range": N_(
        "‘Nearly’ says {read}. Choose a share from 0% to {highest}: above that a school is simply short."
    ),
    "stale_out_of_range": N_("‘Out of date’ says {read} days. Choose from 1 to {highest} days."),
    "targets_incomplete": N_("Fill in all three fields."),
    "board_number_unreadable": N_("‘{read}’ is not a board number: DUO gives each board five digits."),
    "board_known": N_("Board {number} is known already."),
    "board_without_name": N_("The board has no name yet. Fill in what it is called."),
    "board_name_too_long": N_("The name of the board is longer than {n} characters. Shorten it."),
    "person_without_name": N_("There is no name yet. Fill in what this person is called."),
    "person_name_too_long": N_("This name is longer than {n} characters. Shorten it."),
    "account_unreadable": N_("‘{read}’ is not an e-mail address. Write one as name@school.nl, or leave it empty."),
    "role_of_circle": N_("This is somebody of a network, not of a board. Choose another role."),
    "coordinator_without_school": N_("An ICT coordinator has at least one school. Choose which."),
    "last_administrator": N_("{name} is the only administrator. First make somebody else administrator."),
    "nobody_chosen": N_("Choose who."),
    "person_unknown": N_("Nobody here is or was known as ‘{person}’."),
    "still_on_the_board": N_("{name} is on the board still. Take them off first, then they can be forgotten."),
    "name_of_two": N_(
        "Somebody else on the board is called {name} too, and many lines hold the name only. Give one of them another "
        "name first; nothing was changed."
    ),
    "removing_oneself": N_("You cannot remove yourself. Ask another administrator."),
    "switching_off_oneself": N_("You cannot keep yourself out. Ask another administrator."),
    "no_mail_server": N_("No mail server is set, so nothing was sent. Copy the text instead."),
    "mail_text_missing": N_("The message has no subject or no text yet. Fill in both."),
    "mail_text_too_long": N_("This text is longer than {n} characters. Shorten it."),
    "mail_refused": N_("Not taken by the mail server: {n} of {all} messages. It said: {said}."),
    "mail_not_sent": N_("Not sent: {n} of {all} messages. No mail server is set where they are sent, or you left."),
    "mail_gone": N_("Not sent: {n} of {all} messages. Who they were for left, or has no e-mail address any more."),
    "mail_stopped": N_("Not sent: {n} of {all} messages, because you stopped it."),
    "mail_unknown": N_(
        "Perhaps sent: {n} of {all} messages. We were cut off just then, and do not send them again. Ask whether they "
        "came."
    ),
    "mail_missed": N_("Nobody was reached at: {names}."),
    "work_given_up": N_(
        "This could not be done: it was tried several times. Try again, or tell whoever keeps the server."
    ),
    "asked_too_often": N_("You asked {n} times today. Wait for an answer, or ask your administrator."),
    "request_gone": N_("This request is no longer here: somebody answered it, or it was too old. Nothing was changed."),
    "not_in_this_mode": N_("This can be done in local mode only. Use `python -m planning db` on the server."),
    "not_confirmed": N_("Type ‘{words}’ to confirm. Nothing was replaced."),
    "moved_to_itself": N_("That is this database itself. Name another one to move to."),
    "moved_to_a_full_one": N_("The other database holds a board already. Move to an empty one; nothing changed."),
    "backup_exists": N_("‘{file}’ exists already; choose another name."),
    "no_backup": N_("‘{file}’ is not a backup of this version of Vlootplan."),
    "backup_damaged": N_("‘{file}’ is damaged: it does not hold what was backed up."),
    "database_in_use": N_("The database is in use. Stop Vlootplan first; nothing changed."),
    "table_refused": N_("Table ‘{table}’ cannot be copied: {said}. Nothing changed."),
    "table_differs": N_(
        "Table ‘{table}’ did not come over as it was: here a value is kept otherwise. Nothing changed."
    ),
    "sqlite_unmended": N_(
        "The SQLite of this Python can lose what was kept while the database is open elsewhere. Stop Vlootplan "
        "everywhere and start it again, or install the SQLite of requirements.txt."
    ),
    "roles_on_postgresql_only": N_("Only PostgreSQL knows roles. Leave out --grant."),
    "role_unknown": N_(
        "PostgreSQL has no role ‘{role}’. Make it first: CREATE ROLE {role} LOGIN. Nothing was granted."
    ),
    "settings_wrong": N_("The settings cannot be used: {wrong}. See docs/operate.md."),
    "schema_unknown": N_(
        "This version cannot bring schema {found} up to date. Of an older one than 0009, first run `python -m planning "
        "db migrate` of the version of 29 November 2026 (commit {commit}); of a newer one, use the version that made "
        "it. Nothing changed."
    ),
}
