import Chance

/// The words in which one respondent answers, and how they become a text.
struct Tongue {
  private let phrases: Words
  private let joints: Words

  private init(_ phrases: [String], comma: String = ", ", stop: String = ". ") {
    self.phrases = Words(phrases)
    joints = Words([" ", " ", comma, comma, comma, stop, stop, "; ", " – ", "\n"])
  }

  /// Writes a text: mostly a few words, sometimes a page; with commas, quotation marks and line breaks.
  func write(_ cell: inout [UInt8], _ chance: inout SeededRandom) {
    let kind = chance.below(100)
    let count =
      kind < 60
      ? 1 : kind < 85 ? 2 + chance.below(3) : kind < 98 ? 5 + chance.below(8) : 13 + chance.below(30)
    for index in 0..<count {
      if index > 0 { cell.append(contentsOf: joints[chance.below(joints.count)]) }
      let isQuoted = chance.percent(6)
      if isQuoted { cell.append(UInt8(ascii: "\"")) }
      cell.append(contentsOf: phrases[chance.below(phrases.count)])
      if isQuoted { cell.append(UInt8(ascii: "\"")) }
    }
  }

  /// Six scripts: Latin (three languages, and more often), Cyrillic, Arabic, Han, Devanagari, Ethiopic.
  static var all: [Tongue] {
    let english = Tongue([
      "exchange of data between States", "support to members", "a working group, twice a year",
      "training of labour attachés", "not yet", "Ministry of Foreign Affairs", "Director-General",
      "see the report of the annual meeting", "IOM, ILO, UNHCR and UNICEF", "civil society and diaspora",
      "capacity building", "a concept note was circulated", "pilot projects in three countries",
      "the Chair will report", "as agreed in 2017", "Permanent Secretary",
    ])
    let french = Tongue([
      "échange de données entre États", "appui aux membres", "un groupe de travail, deux fois par an",
      "formation des attachés à Genève", "pas encore", "Ministère des affaires étrangères",
      "société civile et diaspora", "l'année dernière", "renforcement des capacités", "à l'étude",
    ])
    let spanish = Tongue([
      "intercambio de información entre los Estados", "apoyo a los miembros", "aún no",
      "un grupo de trabajo, dos veces al año", "Ministerio de Relaciones Exteriores", "la diáspora",
      "fortalecimiento de capacidades", "según la Declaración", "niñez y adolescencia", "en curso",
    ])
    let russian = Tongue([
      "обмен данными между государствами", "поддержка членов", "рабочая группа", "ещё нет",
      "Министерство иностранных дел", "наращивание потенциала", "гражданское общество", "в 2017 году",
    ])
    let arabic = Tongue(
      [
        "تبادل البيانات بين الدول", "دعم الأعضاء", "فريق عمل", "ليس بعد", "وزارة الخارجية", "بناء القدرات",
        "المجتمع المدني", "الاجتماع السنوي",
      ], comma: "، ")
    let chinese = Tongue(
      ["各国之间的数据交换", "支持成员", "工作组", "尚未", "外交部", "能力建设", "民间社会", "年度会议"],
      comma: "，", stop: "。")
    let hindi = Tongue(
      ["आँकड़ों का आदान-प्रदान", "सदस्य देशों को सहायता", "कार्य समूह", "अभी नहीं", "विदेश मंत्रालय", "क्षमता निर्माण"],
      stop: "। ")
    let amharic = Tongue(
      ["የመረጃ ልውውጥ", "ለአባል አገራት ድጋፍ", "የሥራ ቡድን", "ገና አይደለም", "የውጭ ጉዳይ ሚኒስቴር", "የአቅም ግንባታ"],
      comma: "፣ ", stop: "። ")
    return [
      english, english, english, english, english, french, french, spanish, spanish, russian, arabic, chinese,
      hindi, amharic,
    ]
  }
}
