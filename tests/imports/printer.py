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
    remark: str = ""
    """What is said behind the title and belongs to it no more than to the employer."""


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
    "table of labels": lambda j, d: [
        f"Organization\t{j.employer}", f"Designation\t{j.title}", f"Duration\t{d}",
    ],
    "table with colons, places and duties": lambda j, d: [
        f"Company\t: {j.employer}", f"Location\t: {j.place}", f"Job Title\t: {j.title}", f"Period\t: {d}",
        "Job Profile",
    ],
    "labels with dashes": lambda j, d: [f"Period - {d}", f"Employer - {j.employer}", f"Role - {j.title}"],
    "numbered labels": lambda j, d: [
        f"1. Name of Employer: {j.employer}", f"Position held: {j.title}", f"Dates: {d}",
    ],
    "labels above values": lambda j, d: [
        "Employer:", j.employer, "Job title:", j.title, "Dates:", d, "Responsibilities:",
    ],
    "title, employer \u2014 place / dates": lambda j, d: [f"{j.title}, {j.employer} \u2014 {j.place}", d],
    "employer \u2014 place / title / dates": lambda j, d: [f"{j.employer} \u2014 {j.place}", j.title, d],
    "title, employer / place | dates": lambda j, d: [f"{j.title}, {j.employer}", f"{j.place} | {d}"],
    "title / dates / gap / employer, place": lambda j, d: [j.title, d, "", f"{j.employer}, {j.place}"],
    "title / employer / gap / place / dates": lambda j, d: [j.title, j.employer, "", j.place, d],
    "worked as": lambda j, d: [f"Worked as {j.title} at {j.employer} from {d}"],
}  # fmt: skip


SIDE_LAYOUTS: dict[str, tuple[Layout, Layout]] = {
    "employer, title": (lambda j, _: [f"{j.employer}, {j.title}"], lambda j, d: [j.place, d]),
    "title / employer": (lambda j, _: [j.title, j.employer], lambda _, d: [d]),
    "employer / title, dates above the place": (
        lambda j, _: [j.employer, j.title],
        lambda j, d: [d, j.place],
    ),
}
"""Heads above what is told of a job, and what stands below: a column at the right, out of a PDF."""


TITLES = (
    "Customer Support Specialist", "Senior Customer Service Representative", "Support Team Lead",
    "Customer Service Manager", "Head of Customer Experience", "Help Desk Technician",
    "Technical Support Engineer II", "Team Leader - Customer Care", "Contact Centre Team Manager",
    "Live Chat Agent", "Barista", "Retail Sales Associate", "Administrative Assistant",
    "Director of Support Operations", "Customer Care Executive", "Complaints Adviser", "Receptionist",
    "Quality Analyst (Voice)", "Call Center Supervisor", "Registered Nurse",
    "Patient Services Representative",
    "Sr. Customer Success Manager", "Manager, Customer Support", "Shift Supervisor", "Warehouse Associate",
    "Software Engineer", "Server", "VP of Customer Experience", "Customer Service Advisor",
    "Working Student, Accounting", "Customer Support Agent (German/English)", "Tech Support Rep I",
    "Bookkeeper",    "Teacher",
)  # fmt: skip
EMPLOYERS = (
    "Acme Corp", "Brightpath Software", "TaskUs", "Teleperformance", "Lumen & Oak", "Northwind", "Fernway",
    "Tata Consultancy Services", "Deutsche Bank AG", "Asda", "Hilton Hotels", "Riverside Health Systems",
    "Blue Door Coffee", "Zappos", "Concentrix Philippines", "O'Brien & Sons Ltd.", "Paketwerk GmbH",
    "City of Leeds", "24-7 Intouch", "Booking.com", "Northern Rail Insurance", "Shopify Inc.", "Amazon",
    "Starbucks", "Murphy's Electronics", "Delta Air Lines", "University of Denver", "United Airlines",
    "Best Buy", "Red Bluff Cable & Internet", "United Parcel Freight", "Finch & Daughter Outdoor",
)  # fmt: skip
REMARKS = (
    "",
    "",
    "",
    " (part-time)",
    " (casual)",
    " (24 hrs/week)",
    " (a few hours a week)",
    " (fixed term)",
)
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
        out += layout(job._replace(title=job.title + job.remark), look.range_of(job))
        out += [f"{look.bullet}{text}" for text in job.bullets]
        if look.apart:
            out.append("")
    return "\n".join([*out, "", *AFTER])


def with_sides(jobs: Sequence[PrintedJob], head: Layout, side: Layout, look: Look) -> str:
    """Return jobs as a résumé whose right column comes after the text that it stands beside."""

    def told(job: PrintedJob, dates: str) -> list[str]:
        bullets = [f"{look.bullet}{text}" for text in job.bullets]
        return [*head(job, dates), *bullets, "", *side(job, dates)]

    return printed(
        [job._replace(bullets=()) for job in jobs], _by_jobs(jobs, told), look._replace(apart=True)
    )


def _by_jobs(jobs: Sequence[PrintedJob], layout: Layout) -> Layout:
    return lambda bare, dates: layout(
        next(job for job in jobs if job.start == bare.start)._replace(title=bare.title), dates
    )


def promoted(jobs: Sequence[PrintedJob], look: Look, *, run_in: bool) -> str:
    """Return jobs under one employer, told once above them; ``run_in`` puts it on the line of the heading."""
    text = printed(jobs, lambda job, dates: [job.title, dates, "Memphis, TN"], look._replace(apart=True))
    heading = f"## Work {jobs[0].employer}" if run_in else f"WORK EXPERIENCE\n\n{jobs[0].employer}"
    return text.replace("WORK EXPERIENCE\n\n", f"{heading}\n")


AFTER = (
    "EDUCATION",
    "BA History, University of Denver, 2008 \u2013 2012",
    "",
    "SKILLS",
    "Zendesk, Coaching",
)
