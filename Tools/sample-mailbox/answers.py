"""What people answer: invented persons, invented meetings. The mails are filled with it, and held against it."""

CHAIRS = {
    "prague": ("Czechia", "Anna Beispiel", "Director, Ministry of the Interior"),
    "rabat": ("Mali", "Omar Exemple", "Director General, Ministry of Malians Abroad"),
    "budapest": ("Türkiye", "Deniz Örnek", "Deputy Director General, Directorate of Migration"),
    "bali": ("Indonesia", "Budi Contoh", "Director, Ministry of Foreign Affairs"),
    "midwa": ("Sénégal", "Awa Modèle", "Directrice, Ministère de l'intérieur"),
    "sacm": ("Bolivia (Estado Plurinacional de)", "José Ejemplo Muñoz", "Director General de Migración"),
    "igad_rcp": ("Ethiopia", "Hana Misale", "State Minister, Ministry of Labour"),
    "midsa": ("Eswatini", "Themba Sibonelo", "Chief Immigration Officer"),
    "arcp": ("المغرب", "ليلى مثال", "مديرة، وزارة الخارجية"),
    "colombo": ("Nepal", "Sita Udaharan", "Joint Secretary, Ministry of Labour"),
}

TEXTS = {
    "en": (
        "By a work plan that the senior officials adopt each year.",
        "Yes: its thematic area on labour mobility was added to the programme of work.",
        "A shared database of good practices, updated twice a year.",
        "Briefings for national focal points; a newsletter.",
        "Training for border officials; study visits between Member States.",
        "With advice on national plans, and by bringing ministries together.",
        "An inter-ministerial committee in four Member States.",
        "Fair recruitment (target 8.8) and lower remittance costs (target 10.c).",
        "A secretariat of three; meeting rooms; a small fund for travel.",
        "IOM and ILO: technical papers.",
        "Recommendations to the consultations of 2017.",
    ),
    "fr": (
        "Par un plan de travail que les hauts fonctionnaires adoptent chaque année.",
        "Oui : la mobilité de la main-d'œuvre a été ajoutée au programme.",
        "Une base de données commune, mise à jour deux fois l'an.",
        "Des séances d'information pour les points focaux.",
        "Des formations pour les agents aux frontières.",
        "Par des conseils sur les plans nationaux.",
        "Un comité interministériel dans quatre États membres.",
        "Le recrutement équitable (cible 8.8).",
        "Un secrétariat de trois personnes ; un fonds de 12 000 €.",
        "L'OIM et l'OIT : notes techniques.",
        "Des recommandations aux consultations de 2017.",
    ),
    "es": (
        "Mediante un plan de trabajo que se aprueba cada año.",
        "Sí: se añadió la movilidad laboral al programa.",
        "Una base de datos común, actualizada dos veces al año.",
        "Sesiones informativas para los puntos focales.",
        "Capacitación de funcionarios de frontera.",
        "Con asesoramiento sobre los planes nacionales.",
        "Un comité interministerial en cuatro Estados miembros.",
        "Contratación equitativa (meta 8.8).",
        "Una secretaría de tres personas; salas de reunión.",
        "OIM y OIT: notas técnicas.",
        "Recomendaciones a las consultas de 2017.",
    ),
    "ar": (
        "من خلال خطة عمل سنوية.",
        "نعم، أضيف تنقل اليد العاملة إلى برنامج العمل.",
        "قاعدة بيانات مشتركة.",
        "نشرة إخبارية.",
        "تدريب موظفي الحدود.",
        "تقديم المشورة بشأن الخطط الوطنية.",
        "لجنة مشتركة بين الوزارات.",
        "التوظيف العادل.",
        "أمانة من ثلاثة أشخاص.",
        "المنظمة الدولية للهجرة.",
        "توصيات إلى مشاورات 2017.",
    ),
}

SUBJECTS = (
    "position_pursuit", "influence", "data_exchange", "awareness", "capacity", "assistance", "whole_of_government",
    "sdg_practices", "resources", "partners_igo", "global_outcomes",
)


def answers(mechanism, position, number=0, language="en"):
    """The answers of a mechanism to most questions.

    `number` makes them differ from one mechanism to the next; what a position makes needless is left out.
    """
    country, chair, title = CHAIRS.get(mechanism, (f"State {number + 1}", f"Chair {number + 1} Sample", "Director"))
    given = {
        "iscm": mechanism,
        "chair_country": country,
        "chair_name": chair,
        "chair_title": title,
        "position": position,
        "position_refine": ("yes", "no")[number % 2],
        "agenda": ("yes", "no", "planned", "not_known")[number % 4],
        "stocktaking": ("no", "not_known")[number % 2],
        "action_plan": ("not_known", "yes", "no")[number % 3],
        "expansion": "no",
        "submitted_by": chair,
    }
    texts = TEXTS[language]
    for place in range(4):
        subject = (number + place) % len(SUBJECTS)
        if SUBJECTS[subject] != "position_pursuit" or position != "no":
            given[SUBJECTS[subject]] = texts[subject]
    if position != "no":
        given["themes"] = " ".join(f"theme_{1 + place}" for place in range(6) if (number >> place % 3) % 2 == place % 2)
        given["principles"] = f"principle_{1 + number % 4} principle_{5 + number % 3} principle_10"
        given["objectives"] = " ".join(f"objective_{1 + (number * 3) % 19 + 2 * step}" for step in range(3))
    if position == "yes":
        given["position_link"] = f"https://{mechanism.replace('_', '-')}.example/position.pdf"
        given["position_date"] = f"2018-0{1 + number % 9}-1{number % 10}"
        given["position_meeting"] = f"Meeting of senior officials no. {number + 3}"
        given["position_revised"] = ("no", "yes")[number % 2]
    return {name: value for name, value in given.items() if value}
