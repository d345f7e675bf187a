"""The component that LibreOffice loads: a proofreader for Writer, and the commands of the menu “reslint”.

The extension carries reslint and PyYAML in `libs/`; a reslint that LibreOffice's Python can import takes precedence
where it has what is needed.
"""

import os
import sys
import time
import weakref

import uno  # noqa: F401 with it the names of com.sun.star can be imported
import unohelper
from com.sun.star.frame import FeatureStateEvent, XDispatch, XDispatchProvider
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
MOST_STRANGE = 2_000
"""So many texts that no reading has are remembered."""
SHARE = 5
"""So many times as long as reading and checking takes, nothing is read again."""


class Readings:
    """The findings in the documents that are open; one for the proofreader and the commands together.

    Documents are read in LibreOffice's main thread alone: to read one in another while it is closed ends the program.
    """

    def __init__(self):
        self.proofreaders = weakref.WeakSet()
        self._known = ()
        self._asked = {}
        self._strange = set()

    def marks(self, text):
        """The marks in a paragraph with this text, as far as they are known, and whether a new reading is wanted."""
        for _, judged, due in self._known:
            if judged.knows(text):
                return judged.marks(text), time.monotonic() >= due
        if text in self._strange:
            return [], False
        self._asked.setdefault(text, time.monotonic())
        return [], True

    def is_due(self, model):
        """Whether a document is to be read again."""
        entry = self._entry(model)
        return entry is None or bool(self._asked) or time.monotonic() >= entry[2]

    def keep(self, model, judged, spent=0.0):
        """Remember the findings of a document, for longer where it took long to find them."""
        before = self._entry(model)
        others = [each for each in self._known if each is not before]
        self._known = (*others[-8:], (model, judged, time.monotonic() + max(PAUSE, SHARE * spent)))
        return before is None or _said(before[1]) != _said(judged)

    def settle(self, is_other, began):
        """After a reading: have Writer ask again for every paragraph where there is something new to say.

        What was asked for before the reading began and is not in it, as it is in no document or in a part that is not
        read, is not asked for once more. Whether there is more to read, as something was written since it began.
        """
        asked, self._asked = self._asked, {}
        unknown = {text: when for text, when in asked.items() if not self._knows(text)}
        strange = {text for text, when in unknown.items() if when < began}
        self._strange = strange | (self._strange if len(self._strange) < MOST_STRANGE else set())
        for text in unknown.keys() - strange:
            self._asked.setdefault(text, unknown[text])
        if is_other or len(unknown) < len(asked):
            for proofreader in list(self.proofreaders):
                proofreader.look_again()
        return bool(self._asked)

    def _entry(self, model):
        return next((each for each in self._known if each[0] == model), None)

    def _knows(self, text):
        return any(judged.knows(text) for _, judged, _ in self._known)


READINGS = Readings()


def desk():
    """Where the commands are done; loaded when it is first asked for, as LibreOffice loads this file to register it."""
    from reslint_writer.commands import DESK

    return DESK


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
        READINGS.proofreaders.add(self)

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
        marks, is_wanted = READINGS.marks(text)
        if is_wanted:
            desk().look(self._context, READINGS)
        return marks

    def look_again(self):
        """Have Writer ask again for every paragraph: what one says may change what is found in another."""
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


def _name(url):
    """The command of an address."""
    return url.Complete[len(PROTOCOL) :]


class Commands(unohelper.Base, XServiceInfo, XInitialization, XDispatchProvider, XDispatch):
    """The commands of the menu: check, fix, explain, stop."""

    def __init__(self, context, *_):
        self._context = context
        self._frame = None
        self._menus = []

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

    def addStatusListener(self, listener, url):
        self._menus.append((listener, url))
        desk().listeners.add(self._tell_all)
        self._tell(listener, url)

    def removeStatusListener(self, listener, url):
        self._menus = [each for each in self._menus if each != (listener, url)]
        if not self._menus:
            desk().listeners.discard(self._tell_all)

    def _tell_all(self):
        for listener, url in list(self._menus):
            self._tell(listener, url)

    def _tell(self, listener, url):
        """Say whether a command can be given, which a menu shows in grey where it cannot."""
        state = FeatureStateEvent()
        state.Source, state.FeatureURL, state.IsEnabled = self, url, desk().offers(_name(url))
        listener.statusChanged(state)

    def dispatch(self, url, _arguments):
        """Begin a command, and come back at once."""
        from reslint_writer.office import Office

        frame, context = self._frame, self._context
        model = frame.getController().getModel() if frame is not None else Office(context).documents()[0]
        desk().run(_name(url), context, frame, model, READINGS)


g_ImplementationHelper = unohelper.ImplementationHelper()
_PROOFREADERS = ("com.sun.star.linguistic2.Proofreader", PROOFREADER)
g_ImplementationHelper.addImplementation(Proofreader, PROOFREADER, _PROOFREADERS)
g_ImplementationHelper.addImplementation(Commands, COMMANDS, ("com.sun.star.frame.ProtocolHandler", COMMANDS))
