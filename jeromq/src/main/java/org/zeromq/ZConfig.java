package org.zeromq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A configuration as a tree of named values, in files of ZPL (RFC 4), which CZMQ reads and writes as well: a property a line, four spaces
 * deeper for each level. A path is the names from this configuration down, with slashes between. Keeps the order in which values were
 * put. Not safe for several threads.
 *
 * <pre>
 *   # a comment
 *   metadata
 *       name = "somebody"
 *   curve
 *       public-key = "Yne@$w-vo&lt;fVvi]a&lt;NY6T1ed:M$fCG*[IaLV{hID"
 * </pre>
 */
public class ZConfig {
    private static final String SEPARATOR = "/";
    private static final String STANDARD_OUTPUT = "-";

    private final String name;
    private final Map<String, ZConfig> children = new LinkedHashMap<>();
    private final List<String> comments = new ArrayList<>();
    private String value;

    /** A configuration in another one, or one of its own if {@code parent} is null. */
    @SuppressWarnings("this-escape")
    public ZConfig(String name, ZConfig parent) {
        this.name = name;
        if (parent != null) {
            parent.children.put(name, this);
        }
    }

    public String getName() {
        return name;
    }

    /** What is directly below by this name, or null. */
    public ZConfig getChild(String name) {
        return children.get(name);
    }

    /** All values below, by their paths, in a map of its own. */
    public Map<String, String> getValues() {
        var values = new LinkedHashMap<String, String>();
        collect("", values);
        return values;
    }

    private void collect(String prefix, Map<String, String> values) {
        children.forEach((childName, child) -> {
            String path = prefix + childName;
            if (child.value != null) {
                values.put(path, child.value);
            }
            child.collect(path + SEPARATOR, values);
        });
    }

    /** The value at a path, or null. */
    public String getValue(String path) {
        return getValue(path, null);
    }

    /** The value at a path, which is null if others stand below it; the default if there is no such path. */
    public String getValue(String path, String defaultValue) {
        ZConfig found = find(path);
        return found == null ? defaultValue : found.value;
    }

    public boolean pathExists(String path) {
        return find(path) != null;
    }

    private ZConfig find(String path) {
        var names = new StringTokenizer(path, SEPARATOR);
        ZConfig at = this;
        while (at != null && names.hasMoreTokens()) {
            at = at.children.get(names.nextToken());
        }
        return at;
    }

    /** Puts a value at a path, and what is missing on the way. Returns the configuration there. */
    public ZConfig putValue(String path, String value) {
        ZConfig put = make(path);
        put.value = value;
        return put;
    }

    private ZConfig make(String path) {
        var names = new StringTokenizer(path, SEPARATOR);
        ZConfig at = this;
        while (names.hasMoreTokens()) {
            String next = names.nextToken();
            ZConfig child = at.children.get(next);
            at = child == null ? new ZConfig(next, at) : child;
        }
        return at;
    }

    /** Puts all values of another configuration at the same paths. */
    public void putValues(ZConfig source) {
        source.getValues().forEach(this::putValue);
    }

    /** Adds a comment that is written in front of all else of this configuration, a line each for its lines. */
    public void addComment(String comment) {
        String.valueOf(comment).lines().forEach(comments::add);
        if ("".equals(comment)) {
            comments.add("");
        }
    }

    /**
     * Writes what is below to a file, in place of what was there; for {@code -}, to {@code System.out}. Makes directories as needed.
     *
     * @return the file, or null for {@code -}
     * @throws IllegalArgumentException if a name or a value cannot be written in ZPL
     */
    public File save(String filename) throws IOException {
        String text = text();
        if (filename.equals(STANDARD_OUTPUT)) {
            System.out.print(text);
            System.out.flush();
            return null;
        }
        var file = new File(filename);
        makeDirectory(file);
        try (var writer = new OutputStreamWriter(new FileOutputStream(file), UTF_8)) {
            writer.write(text);
        }
        return file;
    }

    /** Whether it could be made is told when the file is opened. */
    static void makeDirectory(File file) {
        File directory = file.getParentFile();
        if (directory != null) {
            directory.mkdirs();
        }
    }

    /**
     * Writes what is below.
     *
     * @throws IllegalArgumentException if a name or a value cannot be written in ZPL
     */
    public void save(Writer writer) throws IOException {
        Objects.requireNonNull(writer, "writer");
        writer.write(text());
        writer.flush();
    }

    String text() {
        var text = new StringBuilder();
        appendComments(text);
        append(text, 0);
        return text.toString();
    }

    private void append(StringBuilder text, int level) {
        children.forEach((childName, child) -> {
            child.appendComments(text);
            ZplLine.append(text, level, childName, child.value);
            child.append(text, level + 1);
        });
    }

    private void appendComments(StringBuilder text) {
        for (String comment : comments) {
            text.append("# ").append(comment).append('\n');
        }
        if (!comments.isEmpty()) {
            text.append('\n');
        }
    }

    /**
     * Reads a file. What it has twice is as the second one says; comments are left out.
     *
     * @throws IOException if it cannot be read
     * @throws ReadException if it is no ZPL
     */
    public static ZConfig load(String filename) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(new FileInputStream(filename), UTF_8))) {
            return load(reader);
        }
    }

    private static ZConfig load(BufferedReader reader) throws IOException {
        var root = new ZConfig("root", null);
        List<ZConfig> path = new ArrayList<>(List.of(root));
        var number = new AtomicInteger();
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            try {
                ZplLine line = ZplLine.parse(text);
                if (line != null) {
                    if (line.level() >= path.size()) {
                        throw new IllegalArgumentException("it is deeper than one level below the line before");
                    }
                    path.subList(line.level() + 1, path.size()).clear();
                    path.add(path.get(line.level()).replace(line.name(), line.value()));
                }
            } catch (IllegalArgumentException e) {
                throw new ReadException(e.getMessage(), text, number);
            }
            number.incrementAndGet();
        }
        return root;
    }

    /** The last name in a path may have been there before. */
    private ZConfig replace(String path, String value) {
        int end = path.lastIndexOf(SEPARATOR);
        ZConfig parent = end < 0 ? this : make(path.substring(0, end));
        var child = new ZConfig(path.substring(end + 1), parent);
        child.value = value;
        return child;
    }

    /** A file is no ZPL. The message has the line's number, and not its text, which may be a secret. */
    public static class ReadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Counted from 0. */
        public final int currentLineNumber;

        /** The line that is wrong. */
        public final String currentLine;

        public ReadException(String message, String currentLine, AtomicInteger currentLineNumber) {
            super("line %d, the first being 0: %s".formatted(currentLineNumber.get(), message));
            this.currentLine = currentLine;
            this.currentLineNumber = currentLineNumber.get();
        }
    }
}
