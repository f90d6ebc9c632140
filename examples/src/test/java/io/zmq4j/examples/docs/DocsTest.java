package io.zmq4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java of the documentation: each block compiles without a warning; each that does not say why not runs, ends by itself, and
 * prints what its comments say it does.
 */
class DocsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicNode> pages() throws IOException {
        return pagesWithJava().stream().map(this::tests);
    }

    @Test
    void theReadmeHasProgramsForRequestsAndForSubscriptions() throws IOException {
        assertThat(Page.of(Page.ROOT.resolve("README.md")).snippets())
                .filteredOn(snippet -> snippet.runs() && snippet.kind() == Snippet.Kind.PROGRAM)
                .anySatisfy(snippet -> assertThat(snippet.source()).contains(".req()", ".rep()"))
                .anySatisfy(snippet -> assertThat(snippet.source()).contains(".pub()", ".sub()"))
                .allSatisfy(snippet -> assertThat(snippet.prints()).isNotEmpty());
    }

    private static List<Page> pagesWithJava() throws IOException {
        var pages = new ArrayList<Page>();
        for (Path path : Page.paths()) {
            Page page = Page.of(path);
            if (!page.snippets().isEmpty()) {
                pages.add(page);
            }
        }
        return pages;
    }

    private DynamicNode tests(Page page) {
        if (!page.elsewhere().isEmpty()) {
            return dynamicTest(page.path(), () -> assertThat(Page.tests()).contains(page.elsewhere()));
        }
        Stream<DynamicNode> runs = page.snippets().stream()
                .filter(Snippet::runs)
                .map(snippet -> dynamicTest("line " + snippet.line(), () -> run(page, snippet)));
        return dynamicContainer(
                page.path(), Stream.concat(Stream.of(dynamicTest("compiles", () -> compile(page))), runs));
    }

    private Path place(Page page) throws IOException {
        return Files.createDirectories(directory.resolve(page.className()));
    }

    private void compile(Page page) throws IOException {
        assertThat(page.snippets()).extracting(Snippet::complaint).containsOnly("");
        assertThat(Compiled.of(page, place(page)).complaints()).isEmpty();
    }

    private void run(Page page, Snippet snippet) throws Exception {
        var compiled = new Compiled(page, place(page), "");
        if (snippet.kind() == Snippet.Kind.PROGRAM) {
            runProgram(compiled, snippet);
        } else {
            runStatements(compiled, snippet);
        }
    }

    private void runProgram(Compiled compiled, Snippet program) throws Exception {
        Path printed = compiled.directory().resolve(program.className() + ".printed");
        Process process = compiled.start(program, printed);
        try {
            assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ends within %s", program.className(), DEADLINE)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(printed)).isEqualTo(program.prints());
        assertThat(process.exitValue()).isZero();
    }

    /** In this JVM, whose stdout is given back when the block has returned. */
    private static void runStatements(Compiled compiled, Snippet snippet) {
        var bytes = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertTimeoutPreemptively(DEADLINE, () -> compiled.call(snippet));
        } finally {
            System.setOut(stdout);
        }
        if (!snippet.prints().isEmpty()) {
            assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(snippet.prints());
        }
    }
}
