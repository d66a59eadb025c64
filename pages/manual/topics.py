"""What the manual says of each page, and which pages are of use to whom, in the order in which they are."""

from dataclasses import dataclass
from typing import Final

from planning.core.rights import Role
from planning.core.translation import N_


@dataclass(frozen=True)
class Topic:
    """How one page is used."""

    address: str  # of the page
    answers: str  # the question it answers
    steps: tuple[str, ...]


@dataclass(frozen=True)
class RoleManual:
    """What a role does here."""

    says: str
    topics: tuple[str, ...]  # addresses, the most used first


TOPICS: Final = {
    topic.address: topic
    for topic in (
        Topic(
            "overzicht",
            N_("Where do we stand, what needs attention, what do I decide?"),
            (
                N_("Read the sentence on top: its bold part alone is true and enough."),
                N_("What needs attention says who ends it and where; a click leads there."),
                N_("Choose an earlier day above to see what was known then."),
            ),
        ),
        Topic(
            "school",
            N_("How is one school doing?"),
            (
                N_("Choose the school above. Its ratio, fleet, goals and visits stand below each other."),
                N_("Under *Who hands in an inventory?* stands a text to ask schools with."),
            ),
        ),
        Topic(
            "inventaris",
            N_("What is there, and is the list right?"),
            (
                N_("Drop your own workbook; you need not change it first."),
                N_("Answer what is asked. What we passed over, and why, is told row by row."),
                N_("Confirm. Nothing changes before that, and it can be taken back after."),
                N_("Between two lists, say under *Is the list still right?* what changed."),
            ),
        ),
        Topic(
            "ratios",
            N_("How many pupils share a device, from then to later?"),
            (
                N_("The line shows what was, and what comes if nothing is bought."),
                N_("Below stand levels, kinds and schools. Below each a click on *Download Excel* gives it as a file."),
            ),
        ),
        Topic(
            "rondes",
            N_("What do we buy when, for which school, and what does it cost?"),
            (
                N_("Move a slider: the plan is made anew at once."),
                N_("*Explained* says why one school goes before another and how good a plan can be at best."),
                N_("The chair approves the plan; order lists and deliveries follow from it."),
            ),
        ),
        Topic(
            "rapport",
            N_("What goes to the supervisors, the council or the schools?"),
            (
                N_("Choose for whom it is, which parts it has, and write a foreword."),
                N_("It is made while you go on, and kept as PDF, Excel and PowerPoint with the day it holds for."),
                N_(
                    "Pass the PDF on by itself to anyone who has it read aloud: joined to another, its "
                    "structure is lost."
                ),
            ),
        ),
        Topic(
            "keuzes",
            N_("What does a school do with its own means?"),
            (
                N_("Fill in what there is to share out, and move amounts between the posts."),
                N_("Give each variant a name, set them side by side, and choose one with a reason."),
            ),
        ),
        Topic(
            "doelen",
            N_("Are the goals of this year on course?"),
            (
                N_("Beside what is measured stands what people judge; the two are never mixed."),
                N_("Click a milestone to change it. Who changed what is kept."),
            ),
        ),
        Topic(
            "competenties",
            N_("What must teachers be able to do, and how far are they?"),
            (
                N_("In the workshop come ideas, core competences and wanted levels."),
                N_("Hand out the form of the self-scan, gather it and drop all forms at once."),
                N_("Only counts are kept; of fewer than 5 teachers nothing is shown."),
            ),
        ),
        Topic(
            "kwaliteitsteams",
            N_("Who was visited, and who waits?"),
            (
                N_("Book a visit with a few taps: school, day, hour, kind of help."),
                N_("Under *Calendar* you get an address for your own calendar."),
                N_("A school asks for help under *Requests*."),
            ),
        ),
        Topic(
            "ibp",
            N_("How mature are we in security and privacy, and is there an incident?"),
            (
                N_("Report an incident at once: the clock of 72 hours begins when it was found."),
                N_("Score norms with evidence, and set measures against what is missing."),
                N_("Registers are filled here or read in from your own workbook."),
            ),
        ),
        Topic(
            "systemen",
            N_("Which system does what, and what does it cost?"),
            (
                N_("Read in your own list under *Excel*, or fill in a line."),
                N_("Under *Towards one* stands what schools do alike with several systems."),
            ),
        ),
        Topic(
            "partners",
            N_("What do boards do together?"),
            (
                N_("A vision, a roll-out, common infrastructure and buying together."),
                N_("Each board chooses what it shares."),
            ),
        ),
        Topic(
            "leernetwerk",
            N_("What do we learn from each other?"),
            (
                N_("Sketch your own situation from the figures, react, and bring a learning question."),
                N_("At each thing stands who sees it; taken back, it is gone at once."),
            ),
        ),
        Topic(
            "netwerk",
            N_("Where is every board, and what does the next meeting need?"),
            (
                N_("The table says what each board handed in, what is late and what waits to be read."),
                N_("Choose one board below it: its question, what it shares, and your own notes."),
                N_("Under *Meetings* stand date, agenda and who does what; from there you lead it with the clock."),
                N_("Under *Messages* there is a text for whoever is late; you change it before it goes."),
                N_("What a board keeps to itself or took back, nobody sees here."),
            ),
        ),
        Topic(
            "beheer",
            N_("Who is who, and what counts as what?"),
            (
                N_("Read in DUO's files: schools and pupils come from there."),
                N_("Paste people one per line; give each a role and, where needed, schools."),
                N_("Under *Connection* stands the key for Excel and Power BI."),
                N_("Download a backup now and then; the log tells who changed what."),
            ),
        ),
    )
}
ROLES: Final = {
    Role.CHAIR: RoleManual(
        N_("**Ten minutes before a meeting:** begin at the overview, decide at the rounds, publish for RvT and GMR."),
        ("overzicht", "rondes", "doelen", "rapport", "school", "ratios", "ibp", "keuzes", "partners", "leernetwerk"),
    ),
    Role.GROUP_ICT: RoleManual(
        N_("**You keep it whole:** see to it that every list is there and right, and make the plan."),
        (
            "overzicht",
            "inventaris",
            "school",
            "rondes",
            "doelen",
            "competenties",
            "kwaliteitsteams",
            "systemen",
            "ratios",
            "rapport",
            "partners",
            "leernetwerk",
            "beheer",
        ),
    ),
    Role.SCHOOL_ICT: RoleManual(
        N_("**A quarter of an hour:** hand in your list, answer what is asked, and see what comes to your school."),
        ("inventaris", "school", "keuzes", "competenties", "kwaliteitsteams", "rondes", "systemen"),
    ),
    Role.ICOACH: RoleManual(
        N_("**With a thumb:** book your visits and see who was not seen for long."),
        ("kwaliteitsteams", "school", "competenties"),
    ),
    Role.PRIVACY_OFFICER: RoleManual(
        N_("**You watch over IBP:** incidents first, then norms, measures and registers."),
        ("ibp", "systemen", "school", "overzicht"),
    ),
    Role.ADMINISTRATOR: RoleManual(
        N_("**You set it up:** schools and pupils, people, the first list, a backup."),
        ("beheer", "inventaris", "overzicht"),
    ),
    Role.READER: RoleManual(
        N_("**You read what the board published:** one screen, with the day for which it holds."),
        ("overzicht", "rapport"),
    ),
    Role.GUIDE: RoleManual(
        N_("**You lead boards that learn or work together:** see where each is, and what it still needs."),
        ("netwerk", "partners"),
    ),
    Role.EXPERT: RoleManual(
        N_("**You look in and think along:** what boards share with the network stands here, and nothing else."),
        ("netwerk",),
    ),
}
