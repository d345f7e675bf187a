"""The component that LibreOffice loads: a proofreader for Writer, and the commands of the menu “reslint”.

The extension carries reslint and PyYAML in `libs/`; a reslint that LibreOffice's Python can import takes precedence
where it has what is needed.
"""

import os
import sys
import time

import uno  # noqa: F401 with it the names of com.sun.star can be imported
import unohelper
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import Locale, XInitialization, XServiceDisplayName, XServiceInfo, XServiceName
from com.sun.star.linguistic2 import (
    LinguServiceEvent,
    ProofreadingResult,
    SingleProofreadingError,
    XLinguServiceEventBroadcaster,
    XProofreader,
    XSupportedLocales,
)

_LIBS = os.path.join(os.path.dirname(__file__), "libs")
try:
    import reslint.formats.word.assembly  # noqa: F401
except ImportError:
    # Libraries that are installed come first, as they may have compiled parts; but not another reslint.
    if "reslint" in sys.modules:
        sys.path.insert(0, _LIBS)
        for _name in [name for name in sys.modules if name.partition(".")[0] == "reslint"]:
            del sys.modules[_name]
    else:
        sys.path.append(_LIBS)

PROOFREADER = "org.reslint.writer.Proofreader"
COMMANDS = "org.reslint.writer.Commands"
PROTOCOL = "org.reslint.writer:"
COUNTRIES = ("GB", "US", "AU", "CA", "IE", "IN", "JM", "NZ", "PH", "TT", "ZA")
GRAMMAR = 2
"""com.sun.star.text.TextMarkupType.PROOFREADING: a blue wave."""
AGAIN = 8
"""com.sun.star.linguistic2.LinguServiceEventFlags.PROOFREAD_AGAIN."""
PAUSE = 1.0
"""A document is read again after so many seconds at the earliest, unless a paragraph is not known; longer ones
later."""
SHARE = 5
"""So many times as long as reading and checking takes, nothing is read again."""
TEXT_DOCUMENT = "com.sun.star.text.TextDocument"


def documents(context):
    """The documents of Writer that are open, the active one first."""
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    current = desktop.getCurrentComponent()
    found = [current] if current is not None else []
    each = desktop.getComponents().createEnumeration()
    while each.hasMoreElements():
        component = each.nextElement()
        if component != current:
            found.append(component)
    return [one for one in found if one.supportsService(TEXT_DOCUMENT)]


class Readings:
    """The findings in the documents that are open; one for the proofreader and the commands together.

    There is no lock: the main thread must never wait for one that waits for its answer. Two may read a document.
    """

    def __init__(self):
        self._known = ()

    def of(self, model, fresh=False):
        """The findings of a document; where they are too old, or `fresh` is asked for, it is read again."""
        from reslint_writer.judging import Judged

        entry = self._entry(model)
        now = time.monotonic()
        if entry is not None and not fresh and now < entry[2]:
            return entry[1]
        judged = Judged(model)
        spent = time.monotonic() - now
        others = [each for each in self._known if each[0] != model]
        self._known = (*others[-8:], (model, judged, time.monotonic() + max(PAUSE, SHARE * spent)))
        return judged

    def last(self, model):
        """The findings of a document when it was read last; None where it was not."""
        entry = self._entry(model)
        return entry[1] if entry is not None else None

    def _entry(self, model):
        return next((each for each in self._known if each[0] == model), None)


READINGS = Readings()


class Proofreader(
    unohelper.Base,
    XProofreader,
    XServiceInfo,
    XServiceName,
    XServiceDisplayName,
    XSupportedLocales,
    XLinguServiceEventBroadcaster,
):
    """Answers what Writer asks for each paragraph from what was found in the whole document."""

    def __init__(self, context, *_):
        self._context = context
        self._ignored = set()
        self._listeners = []

    def getServiceName(self):
        return PROOFREADER

    def getImplementationName(self):
        return PROOFREADER

    def supportsService(self, name):
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self):
        return ("com.sun.star.linguistic2.Proofreader", PROOFREADER)

    def getServiceDisplayName(self, _locale):
        return "reslint"

    def hasLocale(self, locale):
        return locale.Language == "en"

    def getLocales(self):
        return tuple(Locale("en", country, "") for country in COUNTRIES)

    def isSpellChecker(self):
        return False

    def ignoreRule(self, rule, _locale):
        self._ignored.add(rule)

    def resetIgnoreRules(self):
        self._ignored.clear()

    def addLinguServiceEventListener(self, listener):
        self._listeners.append(listener)
        return True

    def removeLinguServiceEventListener(self, listener):
        if listener in self._listeners:
            self._listeners.remove(listener)
        return True

    def doProofreading(self, identifier, text, locale, start, _end, properties):
        result = ProofreadingResult()
        result.aDocumentIdentifier, result.aText, result.aLocale = identifier, text, locale
        result.aProperties, result.xProofreader = properties, self
        result.nStartOfSentencePosition = start
        result.nStartOfNextSentencePosition = result.nBehindEndOfSentencePosition = _units(text)
        try:
            marks = self._marks(text)
        except Exception:  # a document that changes while it is read is asked about again
            marks = []
        errors = [_error(text, mark) for mark in marks if mark.finding.rule not in self._ignored]
        result.aErrors = tuple(each for each in errors if each.nErrorStart >= start)
        return result

    def _marks(self, text):
        for model in documents(self._context):
            before = READINGS.last(model)
            judged = READINGS.of(model)
            if not judged.knows(text):
                judged = READINGS.of(model, fresh=True)
            if before is not None and judged is not before and _said(before) != _said(judged):
                self._again()
            if judged.knows(text):
                return judged.marks(text)
        return []

    def _again(self):
        """Has Writer ask again for every paragraph: what one says may change what is found in another."""
        event = LinguServiceEvent(self, AGAIN)
        for listener in list(self._listeners):
            listener.processLinguServiceEvent(event)


def _said(judged):
    """The findings, apart from where the paragraphs have moved."""
    return sorted((each.rule, each.message) for each in judged.findings)


def _error(text, mark):
    error = SingleProofreadingError()
    error.nErrorStart = _units(text[: mark.start])
    error.nErrorLength = _units(text[mark.start : mark.end])
    error.nErrorType = GRAMMAR
    error.aRuleIdentifier = mark.finding.rule
    error.aShortComment = error.aFullComment = mark.finding.message
    error.aSuggestions = () if mark.suggestion is None else (mark.suggestion,)
    return error


def _units(text):
    """The length in UTF-16 code units, which LibreOffice counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Commands(unohelper.Base, XServiceInfo, XInitialization, XDispatchProvider, XDispatch):
    """The commands of the menu: check, fix, explain."""

    def __init__(self, context, *_):
        self._context = context
        self._frame = None

    def initialize(self, arguments):
        if arguments:
            self._frame = arguments[0]

    def getImplementationName(self):
        return COMMANDS

    def supportsService(self, name):
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self):
        return ("com.sun.star.frame.ProtocolHandler", COMMANDS)

    def queryDispatch(self, url, _target, _flags):
        return self if url.Protocol == PROTOCOL or url.Complete.startswith(PROTOCOL) else None

    def queryDispatches(self, requests):
        return tuple(self.queryDispatch(each.FeatureURL, each.FrameName, each.SearchFlags) for each in requests)

    def addStatusListener(self, *_):
        pass

    def removeStatusListener(self, *_):
        pass

    def dispatch(self, url, _arguments):
        from reslint_writer import commands

        model = self._frame.getController().getModel() if self._frame is not None else documents(self._context)[0]
        commands.run(url.Complete[len(PROTOCOL) :], self._context, self._frame, model, READINGS)


g_ImplementationHelper = unohelper.ImplementationHelper()
_PROOFREADERS = ("com.sun.star.linguistic2.Proofreader", PROOFREADER)
g_ImplementationHelper.addImplementation(Proofreader, PROOFREADER, _PROOFREADERS)
g_ImplementationHelper.addImplementation(Commands, COMMANDS, ("com.sun.star.frame.ProtocolHandler", COMMANDS))
