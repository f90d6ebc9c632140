package io.zmq4j.examples.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of Java in a page.
 *
 * @param line where it stands
 * @param info what follows {@code java} in its first line, such as {@code no-run: needs a network}
 * @param before statements that the reader does not see and that run first
 * @param source what stands between the fences
 */
record Snippet(int line, String info, String before, String source) {
    private static final Pattern MAIN_CLASS = Pattern.compile("^public (?:final )?class (\\w+)", Pattern.MULTILINE);
    private static final Pattern MEMBERS = Pattern.compile(
            "^(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:public|private|protected|static|abstract|sealed|final class|class|record"
                    + "|interface|enum)\\s");
    private static final Pattern IMPORT = Pattern.compile("^import .*;\\n", Pattern.MULTILINE);
    private static final Pattern PRINTS = Pattern.compile("// prints (.*)$", Pattern.MULTILINE);
    private static final Pattern NO_RUN = Pattern.compile("no-run: \\S.*");

    /** What a block is for the compiler. */
    enum Kind {
        /** A file of its own, with a {@code main}. */
        PROGRAM,
        /** Classes, methods and constants, which the other blocks of the page can use. */
        MEMBERS,
        /** The body of a method. */
        STATEMENTS
    }

    Kind kind() {
        if (source.contains("public static void main(")) {
            return Kind.PROGRAM;
        }
        return MEMBERS.matcher(body().stripLeading()).find() ? Kind.MEMBERS : Kind.STATEMENTS;
    }

    /** Whether it is run; one that is not says why. */
    boolean runs() {
        return kind() != Kind.MEMBERS && !NO_RUN.matcher(info).matches();
    }

    /** What is wrong with its first line, or nothing. */
    String complaint() {
        return info.isEmpty() || NO_RUN.matcher(info).matches() ? "" : "java " + info + ": say no-run: and why";
    }

    /** The name of a program's class. */
    String className() {
        Matcher declaration = MAIN_CLASS.matcher(source);
        if (!declaration.find()) {
            throw new AssertionError("line " + line + ": a program is a public class");
        }
        return declaration.group(1);
    }

    List<String> imports() {
        return IMPORT.matcher(source).results().map(match -> match.group()).toList();
    }

    /** All but the imports. */
    String body() {
        return IMPORT.matcher(source).replaceAll("");
    }

    /** What its comments say that it prints. */
    List<String> prints() {
        return PRINTS.matcher(source).results().map(match -> match.group(1)).toList();
    }
}
