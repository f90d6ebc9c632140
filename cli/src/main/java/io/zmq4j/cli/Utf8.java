package io.zmq4j.cli;

/** Where UTF-8 is valid, and where it can be printed. */
final class Utf8 {
    private Utf8() {}

    /**
     * The length of the character that starts at this byte if it can be printed: 1 for ASCII, 2 to 4 for others. 0 if
     * the byte is a control character, starts one (U+0080 to U+009F, which terminals obey), or is not valid UTF-8
     * (RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF).
     *
     * <pre>
     *  first byte   second byte   rest     characters
     *  20..7E                              U+0020..U+007E
     *  C2           A0..BF                 U+00A0..U+00BF
     *  C3..DF       80..BF                 U+00C0..U+07FF
     *  E0           A0..BF        1 more   U+0800..U+0FFF
     *  E1..EF       80..BF        1 more   U+1000..U+FFFF, with ED 80..9F only
     *  F0           90..BF        2 more   U+10000..U+3FFFF
     *  F1..F4       80..BF        2 more   U+40000..U+10FFFF, with F4 80..8F only
     * </pre>
     */
    static int printableAt(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return first >= 0x20 && first != 0x7F ? 1 : 0;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int lowest = switch (first) {
            case 0xC2, 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> 0x80;
        };
        int highest = switch (first) {
            case 0xED -> 0x9F;
            case 0xF4 -> 0x8F;
            default -> 0xBF;
        };
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
