"""Lint of the flow: dead ends, cycles, unreachable places, and too long ways."""

from collections.abc import Iterator

from jknassist.core.diagnostic import Issue
from jknassist.core.flow import sheet_codec
from jknassist.core.flow.graph import FlowMeasures, always_after, longest_path, measure_flow
from jknassist.core.flow.model import (
    COMPARISON_RESULTS,
    DONT_KNOW,
    ENTRY_RESULTS,
    ChecklistStep,
    Knowledge,
    NumberResult,
    NumberStep,
    Outcome,
    Step,
    WaitStep,
    links,
)
from jknassist.core.flow.way import count_ways

MOST_QUESTIONS = 7

Path = tuple[str | int, ...]


def lint_flow(knowledge: Knowledge) -> Iterator[Issue]:
    """Check the steps and the links between them."""
    for index, step in enumerate(knowledge.steps):
        yield from _step(knowledge, step, ("steps", index))
    start = knowledge.places.get(knowledge.start)
    if start is None or isinstance(start, Outcome):
        yield Issue(("start",), f'"{knowledge.start}" bukan pertanyaan di bagian steps')
        return
    flow = measure_flow(knowledge)
    yield from _unreached(knowledge, flow)
    if flow.back_edges:
        yield from _circles(knowledge, flow)
        return
    yield from _comparisons(knowledge, flow)
    longest = longest_path(knowledge)
    if longest > MOST_QUESTIONS:
        text = f"jalan terpanjang {longest} pertanyaan, paling banyak {MOST_QUESTIONS}; pendekkan"
        yield Issue(("steps",), text)
    elif not any(_is_linked_to_nothing(knowledge, step) for step in knowledge.steps):
        yield from _too_many_ways(knowledge)


def _too_many_ways(knowledge: Knowledge) -> Iterator[Issue]:
    count = count_ways(knowledge)
    if count > sheet_codec.MOST_WAYS:
        text = (
            f"ada {count} jalan; nomor lembar hanya cukup untuk {sheet_codec.MOST_WAYS}, "
            "jadi tidak dicetak; kurangi pertanyaan atau jawaban"
        )
        yield Issue(("steps",), text, warning=True)


def _is_linked_to_nothing(knowledge: Knowledge, step: Step) -> bool:
    return any(target not in knowledge.places for target in links(step).values())


def _step(knowledge: Knowledge, step: Step, path: Path) -> Iterator[Issue]:
    yield from _answers(step, (*path, "answers"))
    if step.guide and step.guide not in knowledge.guide_by_id:
        text = f'panduan "{step.guide}" tidak ada di bagian guides'
        yield Issue((*path, "guide"), text)
    written = _link_paths(step)
    for key, target in links(step).items():
        if target not in knowledge.places:
            text = f'"{target}" tidak ada di bagian steps atau outcomes'
            yield Issue((*path, *written[key]), text)
    match step:
        case NumberStep():
            yield from _number_results(step, path)
        case ChecklistStep(items=()):
            yield Issue((*path, "items"), "paling sedikit satu hal untuk diperiksa")
        case WaitStep(minutes=minutes) if minutes < 1:
            yield Issue((*path, "minutes"), "menit harus 1 atau lebih")
        case _:
            pass


def _answers(step: Step, path: Path) -> Iterator[Issue]:
    ids = [answer.id for answer in step.answers]
    if DONT_KNOW not in ids:
        yield Issue(path, f'pertanyaan "{step.id}" belum punya jawaban "{DONT_KNOW}"')
    targets = set(links(step).values())
    if len(targets) == 1:
        text = f'semua jawaban "{step.id}" menuju "{min(targets)}"; bedakan tujuannya'
        yield Issue(path, text)
    taken = set(NumberResult) if isinstance(step, NumberStep) else set()
    for index, answer_id in enumerate(ids):
        if answer_id in taken:
            text = f'"{answer_id}" adalah nama hasil nomor; pilih id lain'
            yield Issue((*path, index, "id"), text)


def _number_results(step: NumberStep, path: Path) -> Iterator[Issue]:
    wanted = COMPARISON_RESULTS if step.compare_with else ENTRY_RESULTS
    missing = [result for result in wanted if result not in step.findings]
    if missing:
        yield Issue((*path, "findings"), f"hasil nomor belum ada: {', '.join(missing)}")
    for result in step.findings:
        if result not in wanted:
            text = f'hasil "{result}" tidak ada di sini; yang ada: {", ".join(wanted)}'
            yield Issue((*path, "findings", result), text)


def _unreached(knowledge: Knowledge, flow: FlowMeasures) -> Iterator[Issue]:
    reached = set(flow.order)
    for name, places in (("steps", knowledge.steps), ("outcomes", knowledge.outcomes)):
        for index, place in enumerate(places):
            if place.id not in reached:
                text = f'tidak ada jalan dari "{knowledge.start}" ke "{place.id}"'
                yield Issue((name, index, "id"), text)


def _circles(knowledge: Knowledge, flow: FlowMeasures) -> Iterator[Issue]:
    back_edges = set(flow.back_edges)
    for index, step in enumerate(knowledge.steps):
        written = _link_paths(step)
        for key, target in links(step).items():
            if (step.id, key) in back_edges:
                text = f'jalan berputar: dari "{step.id}" kembali ke "{target}"; pilih tujuan lain'
                yield Issue(("steps", index, *written[key]), text)


def _comparisons(knowledge: Knowledge, flow: FlowMeasures) -> Iterator[Issue]:
    steps = [step for step in knowledge.steps if isinstance(step, NumberStep)]
    numbers = {step.id for step in steps}
    earlier = {step.id: step.compare_with for step in steps if step.compare_with in numbers}
    sound = always_after(knowledge, flow, earlier)
    reached = set(flow.order)
    for index, step in enumerate(knowledge.steps):
        if not isinstance(step, NumberStep) or not step.compare_with:
            continue
        path = ("steps", index, "compare_with")
        if step.id not in earlier:
            yield Issue(path, f'"{step.compare_with}" bukan pertanyaan nomor')
        elif step.id in reached and step.id not in sound:
            text = f'"{step.compare_with}" tidak selalu ditanyakan sebelum "{step.id}"'
            yield Issue(path, text)


def _link_paths(step: Step) -> dict[str, Path]:
    """Return the path of each link within a step."""
    answers = enumerate(step.answers)
    paths: dict[str, Path] = {answer.id: ("answers", i, "goes_to") for i, answer in answers}
    if isinstance(step, NumberStep):
        paths |= {str(result): ("findings", str(result)) for result in step.findings}
    return paths
