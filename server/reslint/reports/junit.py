"""JUnit XML as Jenkins, GitLab and Azure read it: a suite for each draft, a failed case for each finding."""

from __future__ import annotations

from ..engine.data.finding import Finding, Problem
from .checked import Checked, Report
from .xmltext import HEAD, element


def report_junit(report: Report) -> str:
    """The run as JUnit XML. A draft without findings is a case that passed; what could not be read is an error."""
    suites = [_suite(file) for file in report.checked]
    if report.errors:
        suites.append(_errors(report))
    found = sum(len(file.findings) for file in report.checked)
    tests = sum(max(1, len(file.findings)) for file in report.checked) + len(report.errors)
    sums = {"name": "reslint", "tests": tests, "failures": found, "errors": len(report.errors)}
    return f"{HEAD}\n{element('testsuites', sums, suites)}"


def _suite(file: Checked) -> str:
    cases = [_case(file, finding) for finding in file.findings]
    cases = cases or [element("testcase", {"name": file.path, "classname": file.path, "time": 0})]
    sums = {"name": file.path, "tests": len(cases), "failures": len(file.findings), "errors": 0, "time": 0}
    return element("testsuite", sums, cases)


def _case(file: Checked, finding: Finding) -> str:
    place = file.place(finding.span)
    said = {"message": finding.message, "type": finding.severity}
    failure = element("failure", said, words=f"{file.path}:{place}: {finding.message}")
    named = {"name": f"{finding.rule} ({place})", "classname": file.path, "time": 0}
    return element("testcase", named, [failure])


def _errors(report: Report) -> str:
    cases = [_error(problem) for problem in report.errors]
    sums = {"name": "reslint", "tests": len(cases), "failures": 0, "errors": len(cases), "time": 0}
    return element("testsuite", sums, cases)


def _error(problem: Problem) -> str:
    error = element("error", {"message": problem.message, "type": "error"}, words=str(problem))
    return element("testcase", {"name": problem.shown_path or "reslint", "classname": "reslint", "time": 0}, [error])
