package io.zmq4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each link between pages leads to a file that is there, and to a heading that it has; and every page is linked from one. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern FENCED = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Page.paths()) {
            for (var link : LINK.matcher(prose(page)).results().toList()) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                if (!Files.exists(target)) {
                    broken.add(page + ": " + link.group());
                } else if (link.group(2) != null && !anchors(target).contains(link.group(2))) {
                    broken.add(page + ": " + link.group() + ": there is " + anchors(target));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theMapOfTheDocsHasEveryPage() throws IOException {
        Path map = Page.ROOT.resolve("docs/README.md");
        List<Path> linked = new ArrayList<>();
        for (var link : LINK.matcher(prose(map)).results().toList()) {
            linked.add(map.resolveSibling(link.group(1)).normalize());
        }
        assertThat(linked)
                .containsAll(Page.paths().stream()
                        .map(Path::normalize)
                        .filter(page -> page.getParent().endsWith("docs")
                                || page.getParent().endsWith("patterns"))
                        .filter(page -> !page.equals(map.normalize()))
                        .toList());
    }

    private static String prose(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }

    /** As GitHub makes them: lower case, words joined by hyphens, without punctuation. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(prose(page))
                .results()
                .map(heading -> heading.group(1)
                        .replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
