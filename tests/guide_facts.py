"""What the two original guides hold, as facts: how much, every figure, every name.

Left out are their sentences, and what the printed page around them advertises.
"""

from __future__ import annotations

from typing import NamedTuple

SPECIALIST, MANAGER = "customer-support-specialist", "customer-support-manager"

ROLES = {SPECIALIST: "specialist-guide", MANAGER: "manager-guide"}
"""Every role, and the source that its original guide is."""

LISTS: dict[str, dict[str, int | tuple[int, ...]]] = {
    SPECIALIST: {
        "responsibilities": 15,
        "day-in-the-life": (4, 4, 4),
        "pros-and-cons": (6, 6),
        "beginners-mistakes": 8,
        "advice": 8,
        "tech-skills": 15,
        "soft-abilities": 10,
        "skill-map": (5, 5, 5, 5),
        "tech-stack": 20,
        "career-tiers": 4,
        "case-studies": 3,
        "faq": 10,
    },
    MANAGER: {
        "responsibilities": 15,
        "day-in-the-life": (5, 5, 5),
        "pros-and-cons": (6, 6),
        "beginners-mistakes": 8,
        "advice": 8,
        "tech-skills": 20,
        "soft-abilities": 10,
        "skill-map": (5, 5, 5, 5),
        "tech-stack": 20,
        "career-tiers": 4,
        "case-studies": 4,
        "faq": 10,
    },
}
"""How many items the lists of the originals have, group by group where the groups are theirs.

The fifth tier of the specialist guide, the manager, has its portrait in the other guide.
"""

PROSE = {
    SPECIALIST: {
        "overview": (1, 38),
        "market-demand": (1, 50),
        "core-functions": (3, 187),
        "work-setting": (1, 112),
        "education-level": (3, 165),
        "path": (6, 253),
        "required-education": (6, 235),
        "global-outlook": (5, 260),
        "role-challenges": (1, 91),
        "growth-paths": (1, 82),
        "industry-trends": (1, 98),
        "work-life-balance": (1, 66),
        "portfolio-tips": (4, 197),
    },
    MANAGER: {
        "overview": (1, 41),
        "market-demand": (1, 37),
        "core-functions": (4, 235),
        "work-setting": (1, 99),
        "education-level": (2, 149),
        "path": (6, 270),
        "required-education": (6, 277),
        "global-outlook": (5, 218),
        "role-challenges": (1, 74),
        "growth-paths": (1, 78),
        "industry-trends": (1, 84),
        "work-life-balance": (1, 68),
        "portfolio-tips": (7, 209),
    },
}
"""How many paragraphs and words the prose of the originals has."""

Value = float | tuple[float | None, float | None] | str


class Fact(NamedTuple):
    """A figure of an original guide: its section, its value (a range may be open), unit, kind and rung."""

    section: str
    value: Value
    unit: str | None
    kind: str
    tier: str | None = None


USD, CHANGE = "USD a year", "% change"

FIGURES = {
    SPECIALIST: [
        Fact("overview", 10, CHANGE, "claimed"),
        Fact("overview", 47_500, USD, "estimate"),
        Fact("overview", "Remote-friendly", None, "claimed"),
        Fact("market-demand", "High", None, "claimed"),
        Fact("pay", (35_000, 60_000), USD, "estimate"),
        Fact("pay", 38_750, USD, "estimate", "junior-specialist"),
        Fact("pay", 47_500, USD, "estimate", "specialist"),
        Fact("pay", 56_250, USD, "estimate", "senior-specialist"),
        Fact("pay", (60_000, None), USD, "estimate"),
        Fact("required-education", 2, "years", "stated"),
        Fact("required-education", 4, "years", "stated"),
        Fact("career-tiers", (0, 2), "years", "stated", "junior-specialist"),
        Fact("career-tiers", (2, 5), "years", "stated", "specialist"),
        Fact("career-tiers", (5, None), "years", "stated", "senior-specialist"),
        Fact("career-tiers", (5, 8), "years", "stated", "team-lead"),
        Fact("career-tiers", (8, None), "years", "stated", "manager"),
        Fact("work-life-balance", "Moderate to high", None, "claimed"),
        Fact("work-life-balance", "Challenging", None, "claimed"),
        Fact("case-studies", 30, "%", "reported"),
        Fact("case-studies", 20, "%", "reported"),
        Fact("case-studies", 12, "months", "reported"),
        Fact("case-studies", 25, "%", "reported"),
        Fact("case-studies", 2, "years", "reported"),
        Fact("job-outlook", 10, CHANGE, "claimed"),
        Fact("job-outlook", "Faster than average", None, "claimed"),
    ],
    MANAGER: [
        Fact("overview", 8, CHANGE, "claimed"),
        Fact("overview", 85_000, USD, "estimate"),
        Fact("overview", "Remote-friendly", None, "claimed"),
        Fact("market-demand", "High", None, "claimed"),
        Fact("pay", (60_000, 110_000), USD, "estimate"),
        Fact("pay", 67_500, USD, "estimate", "junior-manager"),
        Fact("pay", 85_000, USD, "estimate", "manager"),
        Fact("pay", 102_500, USD, "estimate", "senior-manager"),
        Fact("pay", (110_000, None), USD, "estimate", "director"),
        Fact("career-tiers", (1, 3), "years", "stated", "junior-manager"),
        Fact("career-tiers", (3, 7), "years", "stated", "manager"),
        Fact("career-tiers", (7, 12), "years", "stated", "senior-manager"),
        Fact("career-tiers", (10, None), "years", "stated", "director"),
        Fact("work-life-balance", "Moderate to high", None, "claimed"),
        Fact("work-life-balance", "Challenging", None, "claimed"),
        Fact("case-studies", 50_000, "users", "reported"),
        Fact("case-studies", 500_000, "users", "reported"),
        Fact("case-studies", 18, "months", "reported"),
        Fact("case-studies", 40, "%", "reported"),
        Fact("case-studies", 25, "%", "reported"),
        Fact("case-studies", 15, "%", "reported"),
        Fact("case-studies", 20, "%", "reported"),
        Fact("case-studies", "one year", None, "reported"),
        Fact("case-studies", 3, "continents", "reported"),
        Fact("case-studies", 30, "%", "reported"),
        Fact("job-outlook", 8, CHANGE, "claimed"),
        Fact("job-outlook", "Much faster than average", None, "claimed"),
        Fact("faq", (60_000, 110_000), USD, "estimate"),
    ],
}
"""Every figure of the originals, from the head of the page to its last question."""

IN_WORDS = {
    SPECIALIST: [
        ("pay", "Guide: top tenth, from"),
        ("pay", "top tenth"),
        ("work-setting", "24/7"),
        ("global-outlook", "24/7"),
        ("role-challenges", "24/7"),
        ("required-education", "two-year associate degree"),
        ("required-education", "four-year degree"),
        ("day-in-the-life", "9:00 AM - 12:00 PM"),
        ("day-in-the-life", "12:00 PM - 3:00 PM"),
        ("day-in-the-life", "3:00 PM - 6:00 PM"),
        ("case-studies", "within two years"),
        ("case-studies", "over 12 months"),
    ],
    MANAGER: [
        ("pay", "Guide: top tenth"),
        ("pay", "best-paid tenth"),
        ("case-studies", "24/7"),
        ("case-studies", "over a year"),
        ("day-in-the-life", "9:00 AM - 12:00 PM"),
        ("day-in-the-life", "12:00 PM - 3:00 PM"),
        ("day-in-the-life", "3:00 PM - 6:00 PM"),
        ("faq", "between $60,000 and $110,000"),
    ],
}
"""Figures that are said in words, a time of day or a figure of speech, with the section that says them."""

YEARS = {
    "junior-specialist": ("support_years", 0, 2, SPECIALIST),
    "specialist": ("support_years", 2, 5, SPECIALIST),
    "senior-specialist": ("support_years", 5, None, SPECIALIST),
    "team-lead": ("support_years", 5, 8, SPECIALIST),
    "junior-manager": ("leading_years", 1, 3, MANAGER),
    "manager": ("leading_years", 3, 7, MANAGER),
    "senior-manager": ("leading_years", 7, 12, MANAGER),
    "director": ("leading_years", 10, None, MANAGER),
}
"""The years that the originals print beside each tier, and on which clock they run."""

NAMES = {
    SPECIALIST: {
        "overview": "BLS; US Bureau of Labor Statistics",
        "market-demand": "E-commerce; SaaS; omnichannel; digital-first; technical knowledge; empathy",
        "core-functions": (
            "phone; email; chat; social media; CRM; customer relationship management; omnichannel; "
            "AI; calming; retail; software; healthcare; telecommunications; finance; public services; "
            "product teams; IT; management; products; services; policies; technical faults"
        ),
        "responsibilities": (
            "phone; email; live chat; social media; CRM; supervisor; self-service; FAQs; product "
            "development; IT; marketing; payments; refunds; policies; procedures; service level "
            "agreement; SLA; first contact resolution; onboarding; help articles; soft skills"
        ),
        "work-setting": (
            "office; call center; remotely; computer; headset; evenings; weekends; holidays; "
            "satisfaction scores; call handling time; emotional intelligence"
        ),
        "tech-stack": (
            "Zendesk; Salesforce Service Cloud; Freshdesk; Help Scout; LiveChat; Intercom; HubSpot "
            "Service Hub; Slack; Microsoft Teams; Google Workspace; Gmail; Docs; Sheets; Jira; "
            "Confluence; Asana; Trello; Zoom; Skype; VoIP; SurveyMonkey; Chatbots and AI-powered "
            "support platforms; Knowledge base software; Customer feedback tools"
        ),
        "education-level": (
            "high school; associate; bachelor's degree; business administration; communications; CRM "
            "platform; customer service; language; international markets"
        ),
        "path": (
            "high school; GED; Zendesk; Salesforce; trial; demo; tutorials; internship; volunteer; "
            "part-time; retail; hospitality; email; chat; phone; conflict; empathy; active listening; "
            "Customer Service Institute; Salesforce Certified Service Cloud Consultant; professional "
            "group; senior support; team lead; product management; sales"
        ),
        "required-education": (
            "high school; associate degree; communication; business administration; information "
            "technology; psychology; business management; public relations; Coursera; LinkedIn "
            "Learning; Udemy; CRM; CompTIA A+; Salesforce Service Cloud certification; Software "
            "companies; ticketing; emotional intelligence; cultures; language; stress; conflict; "
            "digital channels"
        ),
        "certificates": (
            "Certified Customer Service Professional (CCSP); Customer Service Institute of America "
            "(CSIA); Salesforce Certified Service Cloud Consultant; CompTIA A+; Vendor CRM "
            "certification"
        ),
        "career-tiers": (
            "Junior; Specialist; Senior; Team Lead; Customer Support Manager; CRM; executives; "
            "budget; escalations; service levels; new hires; Mentor; schedule"
        ),
        "global-outlook": (
            "United States; Canada; United Kingdom; Germany; Australia; technology; e-commerce; "
            "telecommunications; healthcare; India; Philippines; Brazil; Eastern Europe; English; "
            "time zone; outsourced call centers; shared service centers; multilingual; AI chatbots; "
            "technical products; healthcare services; high-value consumer goods; cultural "
            "intelligence; Remote work; digital economies"
        ),
        "role-challenges": "AI chatbots; automation; burnout; language barriers; privacy; Security",
        "growth-paths": (
            "e-commerce; SaaS; subscription services; CRM; Remote work; Technical support; Product "
            "education; Customer success"
        ),
        "industry-trends": (
            "Omnichannel; phone; chat; email; social media; self-service portals; AI; machine "
            "learning; Remote and hybrid; languages; empathy; data"
        ),
        "day-in-the-life": (
            "tickets; chats; phone; CRM; technical teams; FAQ; knowledge base; survey; quality "
            "assurance; QA; product; handover; shift; SLA"
        ),
        "work-life-balance": "Flexible schedules; remote; wellness programs; calls",
        "skill-map": "Zendesk; Freshdesk; CRM analytics; Slack; Teams; Customer advocacy",
        "pros-and-cons": "remote; lead; industries; nights; weekends; holidays; routine",
        "beginners-mistakes": "listening; jargon; notes; burnout; policy; new tool",
        "advice": "empathy; CRM; feedback; language; culture; policies",
        "case-studies": (
            "retailer; CRM platform; emotional intelligence; data analytics; knowledge base; SaaS; "
            "startup; multilingual; cultural competence; tiers; region; health; patients; empathy; "
            "complaints"
        ),
        "portfolio-tips": (
            "LinkedIn; blog; forums; support communities; certificates; CRM; ticketing; languages; recruiters"
        ),
        "job-outlook": "US Bureau of Labor Statistics; BLS",
        "faq": (
            "high school diploma; associate; bachelor's degree; communications; business; healthcare; "
            "software; finance; tech; e-commerce; call centers; regulated industries; Zendesk; "
            "Salesforce; Freshdesk; live chat; Slack; Microsoft Teams; CRM; senior specialist; team "
            "lead; management; customer success management; product support; sales; training; quality "
            "assurance; Certified Customer Service Professional (CCSP); Salesforce Service Cloud "
            "certification; resolution time; satisfaction score; remotely; ticketing; email"
        ),
    },
    MANAGER: {
        "overview": "Bureau of Labor Statistics; brand",
        "market-demand": "technology; e-commerce; SaaS",
        "core-functions": (
            "CRM; AI chatbot; knowledge base; sales; marketing; product development; revenue; tech "
            "startup; retail brand; peak season; crisis"
        ),
        "responsibilities": (
            "phone; email; live chat; social media; product; sales; marketing; budget; key "
            "performance indicators; KPIs; upper management; data privacy; consumer protection; "
            "AI-powered; omnichannel; survey; recruitment; onboard"
        ),
        "work-setting": "headquarters; service center; remote; hybrid; evenings; weekends",
        "tech-stack": (
            "Zendesk; Freshdesk; Salesforce Service Cloud; HubSpot Service Hub; Intercom; Oracle "
            "Service Cloud; LiveChat; Microsoft Teams; Slack; Google Workspace; Docs; Sheets; Slides; "
            "Trello; Asana; Jira Service Management; Drift; Ada; Tableau; Power BI; CSAT survey "
            "platforms; Quality assurance (QA) software; Workforce management (WFM) tools; Knowledge "
            "management systems; Speech and text analytics software; Chatbots; Data analytics tools"
        ),
        "education-level": (
            "bachelor's degree; business administration; communications; management; PMP; CRM; "
            "customer experience (CX); workshops; AI"
        ),
        "tech-skills": (
            "Zendesk; Salesforce; GDPR; Trello; Jira; Asana; CSAT; NPS; FCR; Microsoft Office; Google "
            "Workspace; APIs; Social media; Customer journey mapping"
        ),
        "path": (
            "customer service representative; support agent; team lead; supervisor; bachelor's "
            "degree; business; communications; project management; CRM; customer experience; "
            "professional group; webinars; workshops; mentor; AI; analytics"
        ),
        "required-education": (
            "bachelor's degree; business administration; communications; psychology; marketing; "
            "management; customer experience; service operations; Customer Service Institute of "
            "America; CSIA; Service Strategies Customer Service Certification; Salesforce; Zendesk; "
            "Freshdesk; PMP; Agile Scrum; Tableau; Power BI; emotional intelligence; customer journey "
            "mapping"
        ),
        "certificates": (
            "Project Management Professional (PMP); Agile Scrum certification; Customer Service "
            "Institute of America (CSIA) certification; Service Strategies Customer Service "
            "Certification; Zendesk certification; Freshdesk certification; Salesforce Certified "
            "Service Cloud Consultant; Tableau; Power BI; Customer experience (CX) certificate"
        ),
        "career-tiers": (
            "Junior Manager; Manager; Senior Manager; Director; C-suite; vendors; compliance; "
            "revenue; brand; upper management; several countries; budget; product; executive "
            "meetings; retention; launches"
        ),
        "global-outlook": (
            "United States; San Francisco; New York; Austin; SaaS; e-commerce; telecommunications; "
            "Europe; London; Berlin; Amsterdam; Dublin; EU; GDPR; startups; outsourcing; "
            "multinational corporations; Asia; India; Singapore; Philippines; Western; Latin America; "
            "Mexico City; São Paulo; nearshore; North American; omnichannel; time zones"
        ),
        "role-challenges": "AI; automation; burn out; digital channel",
        "growth-paths": (
            "subscription; analytics; AI chatbots; executive; Online shops; Director of Customer "
            "Support; VP of Customer Experience; Chief Customer Officer"
        ),
        "industry-trends": (
            "Omnichannel; phone; email; live chat; social media; AI chatbots; self-service portals; "
            "voice-of-the-customer; Agile; Sustainability; predictive; Data analytics"
        ),
        "day-in-the-life": (
            "stand-up; dashboard; product; operations; KPIs; response times; resolution rates; "
            "satisfaction scores; team lead; budget; marketing; senior management"
        ),
        "work-life-balance": "launches; crises; time zone; weekend; Delegate",
        "skill-map": "CRM; AI; omnichannel; Change management; customer experience; Project management",
        "pros-and-cons": "brand; upper management; weekends; holidays; Burnout; technology",
        "beginners-mistakes": "morale; data; training; automation; escalation; feedback",
        "advice": "CRM; AI; self-service; product; sales",
        "case-studies": (
            "SaaS; startup; omnichannel; AI chatbots; Dashboards; e-commerce; loyalty program; "
            "upsell; marketing; Net Promoter Score; North America; Europe; Asia; technology company; "
            "cultural sensitivity; telecommunications; self-service; knowledge bases; predictive "
            "analytics; time zones; remote; dashboards"
        ),
        "portfolio-tips": (
            "first-contact resolution; customer satisfaction; case studies; training plan; coaching "
            "program; customer survey; marketing; phone"
        ),
        "job-outlook": "US Bureau of Labor Statistics; BLS",
        "faq": (
            "bachelor's degree; business; communications; CRM; project management; customer "
            "experience; Zendesk; Salesforce; Tableau; Power BI; Slack; Microsoft Teams; AI chatbots; "
            "Director of Customer Support; VP of Customer Experience; Chief Customer Officer; "
            "technology; software; services; e-commerce; telecommunications; financial services; "
            "healthcare; retail; coaching; mentoring; conflict resolution; workforce planning; "
            "schedules; location; size of the company; burn out; remote"
        ),
    },
}
"""Every name of the originals under the section that has it: places, industries, tools, certificates, fields
of study, laws, titles, measures. What the built-in guide calls by another name stands here by that one."""

STACK = {
    SPECIALIST: (
        "Zendesk; Salesforce Service Cloud; Freshdesk; Help Scout; LiveChat; Intercom; HubSpot "
        "Service Hub; Slack; Microsoft Teams; Google Workspace (Gmail, Docs, Sheets); JIRA; "
        "Confluence; Asana; Trello; Zoom; Skype; Phone Systems (VoIP); Chatbots and AI-powered "
        "support platforms; Knowledge Base Software; Customer Feedback Tools (e.g., SurveyMonkey)"
    ),
    MANAGER: (
        "Zendesk; Freshdesk; Salesforce Service Cloud; HubSpot Service Hub; Intercom; Oracle Service "
        "Cloud; LiveChat; Microsoft Teams; Slack; Google Workspace (Docs, Sheets, Slides); Trello; "
        "Asana; Jira Service Management; Chatbots (e.g., Drift, Ada); Data analytics tools (e.g., "
        "Tableau, Power BI); Customer Satisfaction (CSAT) survey platforms; Quality Assurance (QA) "
        "software; Workforce Management (WFM) tools; Knowledge management systems; Speech and text "
        "analytics software"
    ),
}
"""Every line of the two lists of tools, as it is printed."""

MORE_TOOLS = (
    "Salesforce; Gmail; Docs; Sheets; Slides; Jira; SurveyMonkey; Drift; Ada; Tableau; Power BI; "
    "Teams; Coursera; LinkedIn Learning; Udemy; LinkedIn; VoIP; Microsoft Office Suite; AI chatbots; "
    "Self-service portals; Live chat platforms; Ticketing systems; Dashboards; Customer Relationship "
    "Management (CRM) tools; Remote team collaboration technologies"
)
"""Tools and platforms that the originals name elsewhere, or inside the lines of their lists."""

CERTIFICATES = (
    "Certified Customer Service Professional (CCSP); Certified Customer Service Professional; CCSP; "
    "Salesforce Certified Service Cloud Consultant; Salesforce Service Cloud certification; CompTIA "
    "A+; CompTIA A+ certificate; Customer Service Institute; CSIA; Customer Service Institute of "
    "America (CSIA); Service Strategies Customer Service Certification; PMP; Agile Scrum "
    "certifications; Vendor certifications; Vendor-specific CRM certifications; Certifications in CRM "
    "systems; Customer experience (CX) methodologies; Certifications in customer service"
)
"""Every certificate of the originals, by the names that they use."""

TITLES = {
    "Customer Service Representative": "specialist",
    "Support Agent": "specialist",
    "Junior Customer Support Specialist": "junior-specialist",
    "Mid-Level Customer Support Specialist": "specialist",
    "Senior Customer Support Specialist": "senior-specialist",
    "Customer Support Team Lead": "team-lead",
    "Customer Support Supervisor": "team-lead",
    "Junior Customer Support Manager": "junior-manager",
    "Customer Support Manager": "manager",
    "Senior Customer Support Manager": "senior-manager",
    "Director of Customer Support": "director",
    "VP of Customer Experience": "director",
    "Chief Customer Officer": "director",
}
"""Every title of a support job in the originals, and the rung that it means; nothing lies above the last."""

WAGES = {
    "43-4051": (31_750, 36_870, 44_770, 51_780, 63_590),
    "43-1011": (45_610, 55_950, 69_500, 85_090, 104_710),
    "15-1232": (40_980, 49_000, 61_860, 79_040, 100_540),
    "11-1021": (50_090, 72_320, 105_770, 167_280, 253_390),
    "11-3012": (67_100, 86_460, 114_130, 157_420, 207_720),
    "13-1151": (38_760, 50_110, 69_280, 95_050, 123_250),
    "41-2011": (24_530, 28_720, 32_880, 36_330, 40_410),
    "41-2031": (27_210, 29_900, 35_410, 38_670, 47_890),
    "41-1011": (33_120, 38_590, 48_520, 62_130, 77_080),
    "43-4081": (27_120, 29_810, 35_070, 38_100, 45_470),
    "35-3031": (18_100, 27_750, 35_230, 47_110, 64_720),
    "35-1012": (29_940, 35_980, 44_080, 54_570, 65_570),
    "43-4171": (28_760, 33_960, 38_010, 45_130, 49_950),
    "43-3071": (34_360, 37_040, 43_030, 46_580, 49_680),
    "25-2021": (47_960, 57_710, 63_970, 81_450, 104_340),
    "31-9092": (36_050, 38_470, 45_690, 49_180, 59_310),
    "41-4012": (39_090, 50_470, 72_080, 99_640, 137_550),
    "43-9061": (30_310, 36_350, 45_010, 54_300, 64_680),
    "43-6014": (33_280, 38_830, 47_540, 58_000, 66_350),
    "41-3091": (37_980, 47_670, 69_990, 100_480, 148_840),
    "43-5061": (40_080, 47_820, 59_650, 75_000, 86_000),
    "13-1071": (47_180, 58_610, 75_940, 99_380, 128_720),
    "15-1253": (61_440, 80_310, 104_300, 133_180, 167_010),
    "27-3042": (57_440, 70_880, 90_390, 115_510, 145_270),
}
"""OEWS of May 2025, national, in USD a year by percentile: 10, 25, 50, 75 and 90."""

PROJECTIONS = {
    "43-4051": (2814.0, 2660.3, -5.5, 341.7, "High school diploma or equivalent", "None"),
    "43-1011": (1558.4, 1554.4, -0.3, 144.5, "High school diploma or equivalent", "Less than 5 years"),
    "15-1232": (729.5, 702.5, -3.7, 40.8, "Some college, no degree", "None"),
    "11-1021": (3712.9, 3876.8, 4.4, 308.7, "Bachelor's degree", "5 years or more"),
    "11-3012": (271.2, 283.8, 4.6, 23.2, "Bachelor's degree", "Less than 5 years"),
    "13-1151": (452.3, 501.0, 10.8, 43.9, "Bachelor's degree", "Less than 5 years"),
}
"""Employment Projections 2024-34: jobs at the start, at the end, change in percent, openings a year (jobs and
openings in thousands), and the education and experience that are usual at entry."""
