internal import CScan

/// What looks at the bytes of a block, 64 at a time: the instructions of this machine that are fastest.
package enum Kernel: String, Sendable, CaseIterable {
  case portable, sse2, avx2, neon

  /// The fastest one.
  package static let best = allCases.first { $0.raw == iscm_scan_best() } ?? .portable

  /// Those that this machine has.
  package static var available: [Kernel] { allCases.filter { iscm_scan_runs($0.raw) } }

  var raw: iscm_scan_kernel {
    switch self {
    case .portable: ISCM_SCAN_PORTABLE
    case .sse2: ISCM_SCAN_SSE2
    case .avx2: ISCM_SCAN_AVX2
    case .neon: ISCM_SCAN_NEON
    }
  }
}
