"""Sections about IBP, the choices of schools, and what boards do together."""

from collections.abc import Iterable

from planning.choices.model import post_name, year_name
from planning.choices.standing import accent_of, board_answer
from planning.choices.view import ChoicesView
from planning.circles.model import Contribution, Sharing
from planning.core.notation import listed, number
from planning.core.translation import gettext as _
from planning.network import cycle_contents as cycle
from planning.network.cycle_contents import LearningQuestion, SelfEvaluation
from planning.network.themes import ABOUT_NAMES, THEME_NAMES, NetworkTheme
from planning.partners.model import StanceState
from planning.partners.rules import totals
from planning.partners.sentences import vision_answer
from planning.partners.service import PartnersView
from planning.partners.words import STANCES
from planning.privacy.facts import progress_of
from planning.privacy.norms import Maturity
from planning.privacy.sentences import maturity_answer, policy_words
from planning.report.choice import ReportChoice
from planning.report.model import (
    ChartKind,
    ReportChart,
    ReportColumn,
    ReportFigure,
    ReportPart,
    ReportSection,
    ReportSeries,
    ReportTable,
    SectionKey,
    Tone,
    Unit,
)
from planning.report.sources import ReportSources
from planning.report.words import bare, section_title


def privacy_section(sources: ReportSources, _choice: ReportChoice) -> ReportSection:
    """Norms, policy, measures and awareness; not a word of what happened in an incident."""
    facts, as_of = sources.privacy, sources.as_of
    found = facts.maturity(as_of)
    progress = progress_of(facts, sources.attitude.schools, sources.attitude.activities, as_of)
    told = [bare(maturity_answer(found))] if found else [_("The board has not chosen a norm framework yet.")]
    message = f"{told[0]} {policy_words(facts.policy, as_of)}"
    figures = [
        ReportFigure(
            _("Norms at their level"),
            progress.norms_at_target,
            Unit.COUNT,
            _("of {n}").format(n=number(progress.norms)),
        ),
        ReportFigure(
            _("Measures done"), progress.measures_done, Unit.COUNT, _("of {n}").format(n=number(progress.measures))
        ),
        ReportFigure(_("Measures late"), progress.measures_late, Unit.COUNT),
        ReportFigure(
            _("Schools active in awareness"),
            progress.schools_active,
            Unit.COUNT,
            _("of {n}").format(n=number(progress.schools)),
        ),
    ]
    if progress.schools == 1:
        figures.pop()  # of one school: it is no part of anything
    parts: list[ReportPart] = []
    if found is not None and found.judged:
        parts += _domains(found)
    parts.append(_("What happened in an incident stands in the register only, and not in this report."))
    return ReportSection(SectionKey.PRIVACY, section_title(SectionKey.PRIVACY), message, tuple(figures), tuple(parts))


def _domains(found: Maturity) -> list[ReportPart]:
    judged = [one for one in found.domains if one.mean is not None]
    chart = ReportChart(
        ChartKind.BARS,
        _("Level of the norms, by domain"),
        tuple(one.domain.name for one in judged),
        (
            ReportSeries(_("now"), tuple(one.mean for one in judged), Tone.MAIN),
            ReportSeries(_("wanted"), tuple(one.wanted for one in judged), Tone.QUIET),
        ),
        Unit.LEVEL,
    )
    columns = (
        ReportColumn("domain", _("Domain"), Unit.TEXT, width=3.2),
        ReportColumn("norms", _("Norms"), Unit.COUNT, is_summed=True),
        ReportColumn("judged", _("Judged"), Unit.COUNT, is_summed=True),
        ReportColumn("there", _("At their level"), Unit.COUNT, is_summed=True, width=1.1),
        ReportColumn("below", _("Below it"), Unit.COUNT, "{judged}-{there}", is_summed=True),
        ReportColumn("mean", _("Level now"), Unit.LEVEL),
        ReportColumn("wanted", _("Wanted"), Unit.LEVEL),
    )
    rows = tuple(
        (one.domain.name, one.norms, one.judged, one.at_target, one.below, one.mean, one.wanted)
        for one in found.domains
    )
    sums = [sum(getattr(one, name) for one in found.domains) for name in ("norms", "judged", "at_target", "below")]
    table = ReportTable(_("Norms by domain"), columns, rows, (_("Together"), *sums, found.mean, None))
    return [chart, table]


def choices_section(sources: ReportSources, choice: ReportChoice) -> ReportSection:
    """How schools share out their own means, and what that adds up to."""
    view, year = sources.choices, sources.as_of.year
    chosen = view.choices(year)
    title = section_title(SectionKey.CHOICES)
    message = bare(board_answer(view, year))
    if len(view.ratios.schools) == 1:
        message = _of_one_school(view, year)
    if not chosen:
        return ReportSection(SectionKey.CHOICES, title, message)
    sums = {post: cents for post, cents in view.board_totals(year).items() if cents}
    parts: list[ReportPart] = []
    if sums:
        posts = sorted(sums, key=lambda post: -sums[post])
        parts.append(
            ReportChart(
                ChartKind.BARS,
                _("Shared out a year, {year}").format(year=year_name(year)),
                tuple(_capital(post_name(post)) for post in posts),
                (ReportSeries(_("Amount"), tuple(float(sums[post]) for post in posts)),),
                Unit.EUROS,
            )
        )
    names = {school.school_id: school.name for school in view.ratios.schools}
    columns = (
        ReportColumn("school", _("School"), Unit.TEXT, width=2.4),
        ReportColumn("name", _("What it chose"), Unit.TEXT, width=2.2),
        ReportColumn("accent", _("What it puts more into"), Unit.TEXT, width=3),
        ReportColumn("fed", _("In the rounds"), Unit.TEXT),
    )
    rows = tuple(
        (names[key], variant.name, accent_of(view, variant), _("yes") if view.is_fed(variant) else _("not yet"))
        for key, variant in chosen.items()
        if choice.has(key)
    )
    parts.append(ReportTable(_("Choices of schools for {year}").format(year=year_name(year)), columns, rows))
    return ReportSection(SectionKey.CHOICES, title, message, (), tuple(parts))


def _of_one_school(view: ChoicesView, year: int) -> str:
    [school] = view.ratios.schools
    chosen = view.choice_of(school.school_id, year)
    if chosen is None:
        text = _("For {year} this school has not chosen how to share out its means.")
        return text.format(year=year_name(year))
    text = _("**{school} chooses ‘{name}’ for {year}: {accent}.**")
    told = text.format(school=school.name, name=chosen.name, year=year_name(year), accent=accent_of(view, chosen))
    return bare(told)


def partners_section(sources: ReportSources, _choice: ReportChoice) -> ReportSection | None:
    """How far boards are together, as far as that is shared; None for a board without partners."""
    if not sources.partners:
        return None
    view = sources.partners[0]
    parts: list[ReportPart] = []
    if view.statements:
        parts.append(_statements(view))
    parts += _purchase(view)
    return ReportSection(
        SectionKey.PARTNERS, section_title(SectionKey.PARTNERS), bare(vision_answer(view)), (), tuple(parts)
    )


def _statements(view: PartnersView) -> ReportTable:
    me = view.seat.viewer
    columns = (
        ReportColumn("statement", _("Statement"), Unit.TEXT, width=3.4),
        ReportColumn("adopted", _("Boards that adopted it"), Unit.COUNT, width=1.2),
        ReportColumn("boards", _("of"), Unit.COUNT, width=0.6),
        ReportColumn("own", _("Our board"), Unit.TEXT, width=1.3),
    )
    rows = tuple(
        (
            one.statement.title,
            len(one.adopted_by(view.boards)),
            len(view.boards),
            _stance(one.state(me)),
        )
        for one in view.statements
    )
    return ReportTable(_("Shared vision"), columns, rows)


def _stance(state: StanceState | None) -> str:
    return _(STANCES[state]) if state is not None else _("not discussed yet")


def _purchase(view: PartnersView) -> list[ReportPart]:
    if not view.purchases:
        return []
    purchase = view.purchases[0]
    found = totals(purchase, view.volumes(purchase.year))
    me = view.seat.viewer
    columns = (
        ReportColumn("type", _("Device"), Unit.TEXT, width=3),
        ReportColumn("all", _("All boards"), Unit.COUNT, is_summed=True),
        ReportColumn("own", _("Our board"), Unit.COUNT, is_summed=True),
        ReportColumn("price", _("Price of one, without VAT"), Unit.EUROS, width=1.4),
    )
    rows = tuple((one.type.name, one.total, one.counts.get(me, 0), one.price_cents) for one in found)
    sums = (_("Together"), sum(one.total for one in found), sum(one.counts.get(me, 0) for one in found), None)
    return [ReportTable(_("Buying together in {year}").format(year=purchase.year), columns, rows, sums)]


def learning_section(sources: ReportSources, _choice: ReportChoice) -> ReportSection | None:
    """The learning question of the board, where it shares that with others; None where it does not."""
    for _network, own in sources.networks:
        shared = [one for one in own if one.level in (Sharing.CIRCLE, Sharing.PUBLIC)]
        question = next((one.content for one in shared if one.kind == cycle.QUESTION), None)
        if isinstance(question, LearningQuestion):
            return ReportSection(
                SectionKey.LEARNING,
                section_title(SectionKey.LEARNING),
                question.text,
                (),
                tuple(_about(question, shared)),
            )
    return None


def _about(question: LearningQuestion, shared: Iterable[Contribution]) -> list[ReportPart]:
    parts: list[ReportPart] = []
    if question.explanation:
        parts.append(question.explanation)
    if question.about:
        about = listed([_in_sentence(_(ABOUT_NAMES[key])) for key in question.about])
        parts.append(_("It is about {themes}.").format(themes=about))
    scores = {NetworkTheme(one.key): one.content.mean for one in shared if isinstance(one.content, SelfEvaluation)}
    known = [(theme, scores[theme]) for theme in NetworkTheme if scores.get(theme) is not None]
    if known:
        parts.append(
            ReportChart(
                ChartKind.BARS,
                _("How the board judges itself, from 1 to 5"),
                tuple(_(THEME_NAMES[theme]) for theme, _mean in known),
                (ReportSeries(_("Score"), tuple(mean for _theme, mean in known)),),
                Unit.LEVEL,
            )
        )
    return parts


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _in_sentence(name: str) -> str:
    return name if name.isupper() else name[:1].lower() + name[1:]
