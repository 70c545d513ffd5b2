// The part that all kernels share: from what 64 bytes are to what they mean. Included by each kernel, which defines
// KERNEL(name) and how 64 bytes are looked at:
//
//   static inline seen64 KERNEL(see)(const uint8_t *bytes);
//   static inline uint64_t KERNEL(quotes)(const uint8_t *bytes);
//   static inline uint64_t KERNEL(prefix_xor)(uint64_t bits);
//   static inline bool KERNEL(is_utf8)(const uint8_t *bytes);

bool KERNEL(parity)(const uint8_t *bytes, size_t count) {
  uint64_t folded = 0;
  size_t place = 0;
  for (; place + 64 <= count; place += 64) folded ^= KERNEL(quotes)(bytes + place);
  bool isOdd = __builtin_parityll(folded);
  for (; place < count; place++) isOdd ^= bytes[place] == '"';
  return isOdd;
}

size_t KERNEL(scan)(
  const uint8_t *bytes, size_t count, bool isLast, iscm_scan_state *state, iscm_scan_word *words) {
  // All bits or none: what the byte before the next one is.
  uint64_t quoted = state->is_quoted ? ~0ull : 0;
  uint64_t cr = state->follows_cr, opener = state->may_open, closed = state->follows_closing;
  size_t suspect = count;
  bool isOpenEnded = iscm_scan_is_open_ended(bytes);  // Whether a character goes on behind what was scanned.
  for (size_t place = 0; place < count; place += 64) {
    const uint8_t *here = bytes + place;
    size_t left = count - place;
    uint64_t valid = left >= 64 ? ~0ull : (1ull << left) - 1;
    seen64 seen = KERNEL(see)(here);
    uint64_t breaks = seen.cr | seen.lf;
    uint64_t inside = KERNEL(prefix_xor)(seen.quotes) ^ quoted;
    quoted = (uint64_t)((int64_t)inside >> 63);
    uint64_t commas = seen.commas & ~inside;
    uint64_t lines = seen.cr | (seen.lf & ~(seen.cr << 1 | cr));
    *words++ = (iscm_scan_word){
      .commas = commas,
      .ends = breaks & ~inside,
      .lines = lines,
      .comma_count = (uint32_t)__builtin_popcountll(commas),
      .line_count = (uint32_t)__builtin_popcountll(lines),
    };
    uint64_t bounds = seen.commas | breaks | seen.quotes;
    uint64_t opening = seen.quotes & inside, closing = seen.quotes & ~inside;
    uint64_t stray = opening & ~(bounds << 1 | opener);
    stray |= (closing << 1 | closed) & ~bounds & valid;
    stray |= seen.nul & valid;
    cr = seen.cr >> 63;
    opener = bounds >> 63;
    closed = closing >> 63;
    // The zeros behind the last bytes end every character, so that one which is not whole is seen.
    if (seen.isBeyondASCII || isOpenEnded) {
      if (!KERNEL(is_utf8)(here)) stray |= 1;
      isOpenEnded = left >= 64 && iscm_scan_is_open_ended(here + 64);
    }
    if (stray && suspect == count) suspect = place;
  }
  // Nothing follows that could show that the last character is not whole.
  if (isLast && isOpenEnded && suspect == count) suspect = (count - 1) / 64 * 64;
  size_t last = count % 64;
  if (last) {
    // The zeros behind the last byte are no bytes of the file.
    cr = bytes[count - 1] == '\r';
    opener = bytes[count - 1] == '"' || bytes[count - 1] == ',' || bytes[count - 1] == '\n' || cr;
    closed = bytes[count - 1] == '"' && !quoted;
  }
  *state = (iscm_scan_state){
    .is_quoted = quoted != 0, .follows_cr = cr, .may_open = opener, .follows_closing = closed};
  return suspect;
}
