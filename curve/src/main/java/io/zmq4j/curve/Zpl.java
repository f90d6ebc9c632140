package io.zmq4j.curve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ZPL (RFC 4) as certificates use it: a property a line, four spaces deeper for each level, values with quotes or without.
 *
 * <pre>
 *   # a comment
 *   metadata
 *       name = "somebody"
 *   curve
 *       public-key = "Yne@$w-vo&lt;fVvi]a&lt;NY6T1ed:M$fCG*[IaLV{hID"
 * </pre>
 *
 * What is wrong is told by its line, never by its text, which may be a secret.
 */
final class Zpl {
    private static final int INDENT = 4;
    private static final String NAME_CHARACTERS = "$-_@.&+/";

    private Zpl() {}

    /**
     * All values by their names with those above, such as {@code curve/public-key}, in the order of the text; they are views of it.
     *
     * @throws IllegalArgumentException if this is none
     */
    static Map<String, CharSequence> parse(CharSequence text) {
        var values = new LinkedHashMap<String, CharSequence>();
        List<String> path = new ArrayList<>();
        int number = 0;
        int at = 0;
        while (at < text.length()) {
            int end = indexOf(text, '\n', at, text.length());
            number++;
            parseLine(text, at, end, number, path, values);
            at = end + 1;
        }
        return values;
    }

    private static void parseLine(
            CharSequence text, int from, int end, int number, List<String> path, Map<String, CharSequence> values) {
        int nameAt = skipSpace(text, from, end);
        if (nameAt == end || text.charAt(nameAt) == '#') {
            return;
        }
        int level = level(text, from, nameAt, number);
        int nameEnd = nameAt;
        while (nameEnd < end && isNameCharacter(text.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == nameAt || level > path.size()) {
            throw wrong(number, nameEnd == nameAt ? "has no name" : "is too deep");
        }
        path.subList(level, path.size()).clear();
        path.add(text.subSequence(nameAt, nameEnd).toString());
        CharSequence value = value(text, nameEnd, end, number);
        if (values.putIfAbsent(String.join("/", path), value) != null) {
            throw wrong(number, "has a name that was there before");
        }
    }

    private static int level(CharSequence text, int from, int nameAt, int number) {
        for (int i = from; i < nameAt; i++) {
            if (text.charAt(i) != ' ') {
                throw wrong(number, "is not indented by spaces");
            }
        }
        if ((nameAt - from) % INDENT != 0) {
            throw wrong(number, "is not indented by a multiple of four spaces");
        }
        return (nameAt - from) / INDENT;
    }

    /** Empty if there is none, as for a name that others stand below. */
    private static CharSequence value(CharSequence text, int from, int end, int number) {
        int equalsAt = skipSpace(text, from, end);
        if (isEnd(text, equalsAt, end)) {
            return "";
        }
        if (text.charAt(equalsAt) != '=') {
            throw wrong(number, "has something else than = behind its name");
        }
        int valueAt = skipSpace(text, equalsAt + 1, end);
        if (valueAt < end && (text.charAt(valueAt) == '"' || text.charAt(valueAt) == '\'')) {
            int quoteAt = indexOf(text, text.charAt(valueAt), valueAt + 1, end);
            if (quoteAt == end) {
                throw wrong(number, "has a quote that is not closed");
            }
            if (!isEnd(text, skipSpace(text, quoteAt + 1, end), end)) {
                throw wrong(number, "has something behind its value");
            }
            return text.subSequence(valueAt + 1, quoteAt);
        }
        int valueEnd = indexOf(text, '#', valueAt, end);
        while (valueEnd > valueAt && Character.isWhitespace(text.charAt(valueEnd - 1))) {
            valueEnd--;
        }
        return text.subSequence(valueAt, valueEnd);
    }

    private static boolean isEnd(CharSequence text, int at, int end) {
        return at == end || text.charAt(at) == '#';
    }

    private static int skipSpace(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int indexOf(CharSequence text, char character, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) != character) {
            at++;
        }
        return at;
    }

    private static boolean isNameCharacter(char character) {
        boolean isLetter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        boolean isDigit = character >= '0' && character <= '9';
        return isLetter || isDigit || NAME_CHARACTERS.indexOf(character) >= 0;
    }

    private static IllegalArgumentException wrong(int number, String how) {
        return new IllegalArgumentException("line %d %s".formatted(number, how));
    }

    /**
     * A property's line, on the second level.
     *
     * @throws IllegalArgumentException if name or value cannot be written
     */
    static String line(String name, String value) {
        if (name.isEmpty()
                || !name.chars().allMatch(character -> isNameCharacter((char) character))
                || name.startsWith("/")
                || name.endsWith("/")) {
            throw new IllegalArgumentException(
                    "the name \"%s\", allowed are letters, digits and %s".formatted(name, NAME_CHARACTERS));
        }
        char quote = value.indexOf('"') < 0 ? '"' : '\'';
        if (value.indexOf(quote) >= 0 || value.chars().anyMatch(character -> character < ' ')) {
            throw new IllegalArgumentException(
                    "the value of \"%s\" has quotes of both kinds or control characters".formatted(name));
        }
        return " ".repeat(INDENT) + name + " = " + quote + value + quote + "\n";
    }
}
