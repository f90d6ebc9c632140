package org.zeromq;

/**
 * A line of ZPL (RFC 4): a name, with a value or without.
 *
 * <pre>
 *       name = value     # a comment
 *       name = "value"   # or in single quotes, if it has double ones
 *       name
 * </pre>
 *
 * <p>More is read than is written: spaces around the equals sign may be missing, and quotes may stand in a value in quotes.
 */
record ZplLine(int level, String name, String value) {
    private static final int INDENT = 4;
    private static final int DEEPEST = 100;
    private static final String NAME_CHARACTERS = "$-_@.&+/";

    /**
     * Null for a line that is empty but for spaces and a comment, or that is a numbered heading such as {@code 1. Sockets}. What is
     * deeper than a multiple of four spaces counts as that.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ZplLine parse(String text) {
        String line = text.strip();
        if (line.isEmpty() || line.charAt(0) == '#') {
            return null;
        }
        int indent = 0;
        while (text.charAt(indent) == ' ') {
            indent++;
        }
        int level = indent / INDENT;
        if (Character.isWhitespace(text.charAt(indent)) || level > DEEPEST) {
            throw new IllegalArgumentException("it is not indented by spaces, at most %d".formatted(DEEPEST * INDENT));
        }
        int nameEnd = 0;
        while (nameEnd < line.length() && isNameCharacter(line.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = line.substring(0, nameEnd);
        if (!isName(name)) {
            throw new IllegalArgumentException("it has no name");
        }
        String rest = line.substring(nameEnd).stripLeading();
        return isHeading(name, rest) ? null : new ZplLine(level, name, valueBehind(rest));
    }

    private static boolean isHeading(String name, String rest) {
        return Character.isDigit(name.charAt(0)) && !isEnd(rest) && rest.charAt(0) != '=';
    }

    private static String valueBehind(String rest) {
        if (isEnd(rest)) {
            return null;
        }
        if (rest.charAt(0) != '=') {
            throw new IllegalArgumentException("it has something else than = behind its name");
        }
        String value = rest.substring(1).stripLeading();
        String quoted = value.isEmpty() ? null : quoted(value, value.charAt(0));
        if (quoted != null) {
            return quoted;
        }
        int comment = value.indexOf('#');
        return (comment < 0 ? value : value.substring(0, comment)).stripTrailing();
    }

    /** To the first quote with nothing but a comment behind, or else to one that is the last character; null if there is neither. */
    private static String quoted(String value, char quote) {
        if (quote != '"' && quote != '\'') {
            return null;
        }
        int end = value.indexOf(quote, 1);
        if (end < 0 || !isEnd(value.substring(end + 1).stripLeading())) {
            end = value.length() - 1;
        }
        return end > 0 && value.charAt(end) == quote ? value.substring(1, end) : null;
    }

    private static boolean isEnd(String rest) {
        return rest.isEmpty() || rest.charAt(0) == '#';
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && !name.endsWith("/")
                && !name.contains("//")
                && name.chars().allMatch(character -> isNameCharacter((char) character));
    }

    private static boolean isNameCharacter(char character) {
        boolean isLetter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        boolean isDigit = character >= '0' && character <= '9';
        return isLetter || isDigit || NAME_CHARACTERS.indexOf(character) >= 0;
    }

    /**
     * Adds a line; without a value if that is null.
     *
     * @throws IllegalArgumentException if name or value cannot be read again
     */
    static void append(StringBuilder text, int level, String name, String value) {
        if (name == null || !isName(name)) {
            throw new IllegalArgumentException(
                    "the name \"%s\", allowed are letters, digits and %s".formatted(name, NAME_CHARACTERS));
        }
        text.append(" ".repeat(level * INDENT)).append(name);
        if (value != null) {
            if (value.chars().anyMatch(character -> character == '\n' || character == '\r')) {
                throw new IllegalArgumentException("the value of \"%s\" has more than one line".formatted(name));
            }
            char quote = value.indexOf('"') >= 0 && value.indexOf('\'') < 0 ? '\'' : '"';
            text.append(" = ").append(quote).append(value).append(quote);
        }
        text.append('\n');
    }
}
