"""A career printed as a résumé in any of the usual layouts, to be read back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from careercli.domain.months import Moment

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


class PrintedJob(NamedTuple):
    """A job as its owner thinks of it."""

    title: str
    employer: str
    place: str
    start: Moment
    end: Moment | None
    bullets: tuple[str, ...] = ()


DateStyle = Callable[[Moment], str]

DATE_STYLES: dict[str, DateStyle] = {
    "January 2019": lambda day: f"{MONTHS[(day.month or 1) - 1]} {day.year}",
    "Jan 2019": lambda day: f"{MONTHS[(day.month or 1) - 1][:3]} {day.year}",
    "Jan. 2019": lambda day: f"{MONTHS[(day.month or 1) - 1][:3]}. {day.year}",
    "Jan, 2019": lambda day: f"{MONTHS[(day.month or 1) - 1][:3]}, {day.year}",
    "Jan '19": lambda day: f"{MONTHS[(day.month or 1) - 1][:3]} '{day.year % 100:02d}",
    "JAN 2019": lambda day: f"{MONTHS[(day.month or 1) - 1][:3].upper()} {day.year}",
    "01/2019": lambda day: f"{day.month:02d}/{day.year}",
    "01.2019": lambda day: f"{day.month:02d}.{day.year}",
    "2019-01": lambda day: f"{day.year}-{day.month:02d}",
    "15.01.2019": lambda day: f"15.{day.month:02d}.{day.year}",
    "January 15, 2019": lambda day: f"{MONTHS[(day.month or 1) - 1]} 15, {day.year}",
}

DASHES = (" \u2013 ", " - ", "\u2013", " \u2014 ", " to ")
PRESENTS = ("Present", "present", "Current", "Now", "to date", "till date")


class Look(NamedTuple):
    """How a résumé writes dates and bullets, and whether a blank line parts its jobs."""

    style: DateStyle
    dash: str
    present: str
    bullet: str
    apart: bool

    def range_of(self, job: PrintedJob) -> str:
        """Return the dates of a job."""
        if job.end is not None:
            return f"{self.style(job.start)}{self.dash}{self.style(job.end)}"
        dash = " \u2013 " if self.dash == " to " else self.dash
        return f"{self.style(job.start)}{dash}{self.present}"


Layout = Callable[[PrintedJob, str], list[str]]

LAYOUTS: dict[str, Layout] = {
    "title, dates / employer, place": lambda j, d: [f"{j.title}\t{d}", f"{j.employer}, {j.place}"],
    "employer, dates / title": lambda j, d: [f"{j.employer}\t{d}", j.title],
    "employer, place / title, dates": lambda j, d: [f"{j.employer}\t{j.place}", f"{j.title}\t{d}"],
    "title / employer / dates": lambda j, d: [j.title, j.employer, d],
    "employer / title / dates": lambda j, d: [j.employer, j.title, d],
    "title / employer / dates / place": lambda j, d: [j.title, j.employer, d, j.place],
    "title / employer, place / dates": lambda j, d: [j.title, f"{j.employer}, {j.place}", d],
    "employer / title / dates, place": lambda j, d: [j.employer, j.title, f"{d} | {j.place}"],
    "dates / title / employer": lambda j, d: [d, j.title, j.employer],
    "dates / employer / title": lambda j, d: [d, j.employer, j.title],
    "dates / title, employer": lambda j, d: [d, f"{j.title}, {j.employer}"],
    "dates, title / employer, place": lambda j, d: [f"{d}\t{j.title}", f"{j.employer}, {j.place}"],
    "dates, title, employer": lambda j, d: [f"{d}  {j.title}, {j.employer}"],
    "dates: title, employer": lambda j, d: [f"{d}: {j.title}, {j.employer}"],
    "title | employer | dates": lambda j, d: [f"{j.title} | {j.employer} | {d}"],
    "employer | title | dates": lambda j, d: [f"{j.employer} | {j.title} | {d}"],
    "title | employer | place | dates": lambda j, d: [f"{j.title} | {j.employer} | {j.place} | {d}"],
    "dates | title | employer": lambda j, d: [f"{d} | {j.title} | {j.employer}"],
    "title, employer, dates": lambda j, d: [f"{j.title}, {j.employer}, {d}"],
    "title, employer (dates)": lambda j, d: [f"{j.title}, {j.employer} ({d})"],
    "title, employer, place (dates)": lambda j, d: [f"{j.title}, {j.employer}, {j.place} ({d})"],
    "title at employer (dates)": lambda j, d: [f"{j.title} at {j.employer} ({d})"],
    "title at employer / dates": lambda j, d: [f"{j.title} at {j.employer}", d],
    "title @ employer, dates": lambda j, d: [f"{j.title} @ {j.employer}\t{d}"],
    "title - employer / dates": lambda j, d: [f"{j.title} - {j.employer}", d],
    "employer \u2013 title / dates": lambda j, d: [f"{j.employer} \u2013 {j.title}", d],
    "employer, place \u2014 title / dates": lambda j, d: [f"{j.employer}, {j.place} \u2014 {j.title}", d],
    "employer, place / title / dates": lambda j, d: [f"{j.employer}, {j.place}", j.title, d],
    "employer (place) / title (dates)": lambda j, d: [f"{j.employer} ({j.place})", f"{j.title} ({d})"],
    "employer / place / title / dates": lambda j, d: [j.employer, j.place, j.title, d],
    "title / dates / employer": lambda j, d: [j.title, d, j.employer],
    "employer / dates / title": lambda j, d: [j.employer, d, j.title],
    "title / employer, dates": lambda j, d: [j.title, f"{j.employer}, {d}"],
    "title / employer \u00b7 place \u00b7 dates": (
        lambda j, d: [j.title, f"{j.employer} \u00b7 {j.place} \u00b7 {d}"]
    ),
    "labels": lambda j, d: [f"Company: {j.employer}", f"Designation: {j.title}", f"Duration: {d}"],
    "labels turned": lambda j, d: [f"Position : {j.title}", f"Employer : {j.employer}", f"Period : {d}"],
    "worked as": lambda j, d: [f"Worked as {j.title} at {j.employer} from {d}"],
}  # fmt: skip


TITLES = (
    "Customer Support Specialist", "Senior Customer Service Representative", "Support Team Lead",
    "Customer Service Manager", "Head of Customer Experience", "Help Desk Technician",
    "Technical Support Engineer II", "Team Leader - Customer Care", "Contact Centre Team Manager",
    "Live Chat Agent", "Barista", "Retail Sales Associate", "Administrative Assistant",
    "Director of Support Operations", "Customer Care Executive", "Complaints Adviser", "Receptionist",
    "Quality Analyst (Voice)", "Call Center Supervisor", "Registered Nurse",
    "Patient Services Representative",
    "Sr. Customer Success Manager", "Manager, Customer Support", "Shift Supervisor", "Warehouse Associate",
    "Software Engineer", "Server", "VP of Customer Experience", "Customer Service Advisor (Part-time)",
    "Teacher",
)  # fmt: skip
EMPLOYERS = (
    "Acme Corp", "Brightpath Software", "TaskUs", "Teleperformance", "Lumen & Oak", "Northwind", "Fernway",
    "Tata Consultancy Services", "Deutsche Bank AG", "Asda", "Hilton Hotels", "Riverside Health Systems",
    "Blue Door Coffee", "Zappos", "Concentrix Philippines", "O'Brien & Sons Ltd.", "Paketwerk GmbH",
    "City of Leeds", "24-7 Intouch", "Booking.com", "Northern Rail Insurance", "Shopify Inc.", "Amazon",
    "Starbucks", "Murphy's Electronics", "Delta Air Lines", "University of Denver", "United Airlines",
    "Best Buy",
)  # fmt: skip
PLACES = (
    "Austin, TX", "London", "Berlin, Germany", "Quezon City", "Remote", "Leeds, UK", "Bangalore, India",
    "New York, NY", "San Francisco, California", "Round Rock, Texas", "Manila, Philippines",
)  # fmt: skip
BULLETS = (
    "Handled 80 calls per day about orders and returns",
    "Trained new hires in their first month",
    "Wrote 40 help center articles",
    "Managed a team of 12 agents",
    "Resolved billing inquiries by phone, chat and email",
    "Achieved 95% CSAT for three quarters",
    "Answered tickets in Zendesk",
    "Supported Windows and macOS users",
)


def printed(jobs: Sequence[PrintedJob], layout: Layout, look: Look) -> str:
    """Return jobs as the text of a résumé, with what usually stands around them."""
    out = ["Dana Example", "Denver, CO | dana@example.com | (303) 555-0101", "", "WORK EXPERIENCE", ""]
    for job in jobs:
        out += layout(job, look.range_of(job))
        out += [f"{look.bullet}{text}" for text in job.bullets]
        if look.apart:
            out.append("")
    return "\n".join([*out, "", *AFTER])


AFTER = (
    "EDUCATION",
    "BA History, University of Denver, 2008 \u2013 2012",
    "",
    "SKILLS",
    "Zendesk, Coaching",
)
