internal import Survey
extension FormSession { var unfinished: [Address: String] { [:] } }
