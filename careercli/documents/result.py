"""The document of a result of the library, whichever it is."""

import msgspec

from careercli.documents.projection import Names
from careercli.domain.assessment import Assessment
from careercli.domain.experience import Draft
from careercli.domain.match import Match
from careercli.domain.schedule import Plan


def result_document(result: Assessment | Plan | Draft | Match, names: Names) -> msgspec.Struct:
    """Return a result as the document that the command line prints for it; ``names`` are those of skills.

    Raises:
        TypeError: it is none of these results.

    """
    match result:
        case Assessment():
            from careercli.documents.assessment import assessment_document

            return assessment_document(result, names)
        case Plan():
            from careercli.documents.plans import PlanDocument

            return PlanDocument.made_from(result, names)
        case Draft():
            from careercli.documents.imported import import_document

            return import_document(result, saved=None)
        case Match():
            from careercli.documents.match import match_document
            from careercli.domain.ad_plan import plan_for

            return match_document(result, plan_for(result, result.assessment.skills), names)
    raise TypeError(f"There is no document of a {type(result).__name__}.")
