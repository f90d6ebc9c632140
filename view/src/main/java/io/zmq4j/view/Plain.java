package io.zmq4j.view;

/** Text of somebody else's as it may be shown: without what a terminal or a reader would take for more than text. */
public final class Plain {
    private static final int MAX_LENGTH = 300;

    private Plain() {}

    /** The text with a {@code ?} in place of each character that is not printed, and cut at 300 characters. */
    public static String text(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .limit(MAX_LENGTH)
                .forEach(character -> plain.appendCodePoint(isPrinted(character) ? character : '?'));
        return plain.toString();
    }

    private static boolean isPrinted(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
