package io.zmq4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.view.ViewException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a browser. */
class PageTest {
    private static final String TABLE = "document.querySelector('[data-key=sockets]').innerText";

    private static Chromium chromium;

    private final Scene scene = new Scene();

    @BeforeAll
    static void startChromium() throws Exception {
        chromium = new Chromium();
    }

    @AfterAll
    static void endChromium() {
        chromium.close();
    }

    @BeforeEach
    void prefersNothing() throws Exception {
        chromium.size(1280, 900);
        chromium.prefer("prefers-color-scheme", "light");
    }

    /** Whatever a test is about: nothing is loaded from elsewhere, and no script fails or is kept from running. */
    @AfterEach
    void nothingWentWrong() throws Exception {
        var url = scene.url();
        scene.close();
        // What the page still asks for belongs to this test.
        chromium.open("about:blank");
        Poll.until(() -> chromium.text("location.href").equals("about:blank") ? true : null);
        var foreign = chromium.requests().stream()
                .filter(each -> !each.startsWith(url))
                .toList();
        var complaints = List.copyOf(chromium.complaints());
        chromium.requests().clear();
        chromium.complaints().clear();
        assertThat(foreign).isEmpty();
        // A test asks for a socket that is not there, another one closes the server.
        assertThat(complaints)
                .filteredOn(each -> !each.contains("status of 404") && !each.contains("net::ERR_"))
                .isEmpty();
    }

    @Test
    void threeProcessesThatAreWellAreAGraphWithRatesOnItsEdges() throws Exception {
        scene.market();
        open();

        until("[...document.querySelectorAll('.edge.connected text')]"
                + ".filter(label => /[0-9]+\\/s/.test(label.textContent)).length === 4");
        assertThat(chromium.text("[...document.querySelectorAll('.node .title')].map(node => node.textContent).sort()"))
                .isEqualTo(
                        "DEALER \"till\",PUB \"ticker\",PULL \"packer\",PUSH \"work\",ROUTER \"desk\",SUB \"audit\",SUB \"screen\"");
        assertThat(chromium.text("document.querySelector('.findings').innerText"))
                .contains("Nothing that can be seen from here.");
        assertThat(chromium.text("document.querySelector('.processes').innerText"))
                .contains("prices", "orders", "shop");
        assertThat(x("SUB \"audit\"")).as("who connects is to the left").isLessThan(x("PUB \"ticker\""));
    }

    @Test
    void slowSubscriberIsShownWithWhatWasDropped() throws Exception {
        scene.slowSubscriber();
        open();

        until("document.querySelector('.findings .warning')");
        assertThat(chromium.text("document.querySelector('.findings').innerText"))
                .containsPattern("PUB \"headlines\" dropped [0-9]+ messages .*the queue to a peer was full");
        assertThat(chromium.text("document.querySelector('.node.warning .state').textContent"))
                .containsPattern("warning, [0-9]+ dropped");
        assertThat(chromium.text("document.querySelector('table .dropped').innerText"))
                .containsPattern("^[1-9][0-9]+");

        follow("PUB \"headlines\"");
        until("document.querySelector('[data-key=peers] tr.warning')");
        assertThat(chromium.text("document.querySelector('[data-key=peers] tr.warning').innerText"))
                .contains("SUB", "10 of 10");
        assertThat(chromium.text("document.querySelector('[data-key=\"Drops by reason\"]').innerText"))
                .contains("queue full");
        assertThat(chromium.text("document.querySelector('[data-key=options]').innerText"))
                .containsPattern("SNDHWM\\s+10\\s+default 1000");
        assertThat(chromium.value("document.querySelectorAll('.chart svg path').length")
                        .asInt())
                .isPositive();
    }

    @Test
    void wrongSocketTypeIsSaidInASentenceAndIsABrokenEdge() throws Exception {
        scene.wrongType();
        open();

        until("document.querySelector('.edge.trying')");
        until("document.querySelector('.findings .error')");
        assertThat(chromium.text("document.querySelector('.findings .error').innerText"))
                .contains("REQ \"asker\"", "a REQ does not talk to Socket-Type PUB");
        assertThat(chromium.text("document.getElementById('health').innerText")).contains("error");

        chromium.value("location.hash = '#/events'");
        scene.until(
                () -> chromium.text("document.querySelector('main').innerText").contains("handshake failed"));
    }

    @Test
    void namesAreTextWhateverTheyAre() throws Exception {
        var evil = "<img src=x onerror=document.title='pwned'>";
        var context = scene.process(evil);
        scene.keep(context.pub().named(evil + "\u202e")).bind("inproc://" + evil);
        scene.and(evil, () -> {
            throw new ViewException(evil);
        });
        open();

        scene.until(() -> chromium.text(TABLE).contains(evil));
        for (var view : List.of("#/events", "#/configuration", "#/" + evil, "#/socket/" + evil)) {
            chromium.value("location.hash = " + quoted(view));
            scene.server().tick();
            until("document.querySelector('main h1, main h2')");
        }
        chromium.value("location.hash = '#/'");
        scene.until(() ->
                chromium.text("document.querySelector('.processes').innerText").contains(evil));
        follow("PUB \"" + evil + "?\"");
        scene.until(() ->
                chromium.text("document.querySelector('main h1').innerText").contains(evil));
        assertThat(chromium.value("document.querySelectorAll('img').length").asInt())
                .isZero();
        assertThat(chromium.text("document.title")).doesNotContain("pwned");
    }

    @Test
    void everythingIsReachedByTheKeyboard() throws Exception {
        scene.market();
        open();
        until("document.querySelector('.edge')");

        var reached = new ArrayList<String>();
        for (int i = 0; i < 60 && !reached.contains("Columns"); i++) {
            chromium.press("Tab");
            reached.add(chromium.text(
                    "(document.activeElement.querySelector('title') ?? document.activeElement).textContent"
                            + " || document.activeElement.placeholder"));
        }
        assertThat(reached)
                .startsWith("To the content", "Overview", "Events", "Configuration", "Pause")
                .contains("As a list", "PUB \"ticker\", prices (:4711)", "Filter", "Columns");

        // A tick leaves the focus where it is.
        scene.server().tick();
        scene.until(() -> chromium.text("document.activeElement.textContent").equals("Columns"));
        chromium.press("Enter");
        until("document.querySelector('details').open");
        chromium.press("Tab");
        chromium.press(" ");
        scene.until(() -> !chromium.text("document.querySelector('[data-key=sockets] thead').innerText")
                .contains("Socket"));
        chromium.press(" ");

        chromium.press("/");
        assertThat(chromium.text("document.activeElement.tagName")).isEqualTo("INPUT");
        focus("[data-filter=sockets]");
        chromium.type("audit");
        scene.until(() -> chromium.value("document.querySelectorAll('[data-key=sockets] tbody tr').length")
                        .asInt()
                == 1);

        focus("a.node");
        chromium.press("Enter");
        until("location.hash.startsWith('#/socket/') && document.querySelector('main h1')");
        chromium.press("e");
        scene.until(() -> chromium.text("document.title").startsWith("Events"));
        chromium.press("o");
        scene.until(() -> chromium.text("document.title").startsWith("Overview"));
        chromium.press("p");
        assertThat(chromium.text("document.querySelector('[data-action=pause]').getAttribute('aria-pressed')"))
                .isEqualTo("true");
    }

    @Test
    void everyTextHasAContrastOfFourAndAHalfInTheLightAndInTheDark() throws Exception {
        scene.slowSubscriber();
        scene.wrongType();
        open();
        until("document.querySelector('.findings .error') && document.querySelector('.findings .warning')"
                + " && document.querySelector('.edge.trying')");

        assertContrast();
        follow("PUB \"headlines\"");
        until("document.querySelector('.chart')");
        assertContrast();
    }

    private static void assertContrast() throws Exception {
        for (var scheme : List.of("light", "dark")) {
            chromium.prefer("prefers-color-scheme", scheme);
            assertThat(chromium.text("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo(scheme.equals("dark") ? "rgb(14, 18, 23)" : "rgb(255, 255, 255)");
            assertThat(chromium.text(Contrast.TOO_LOW)).as(scheme).isEmpty();
        }
    }

    @Test
    void narrowScreenHasCardsAndAList() throws Exception {
        chromium.size(360, 740);
        scene.market();
        open();
        until("document.querySelector('.edges li')");

        for (var view : List.of("#/", "#/events", "#/configuration")) {
            chromium.value("location.hash = " + quoted(view));
            until("document.querySelector('main tbody td')");
            assertThat(chromium.value("document.documentElement.scrollWidth").asInt())
                    .as("nothing is wider than the screen")
                    .isLessThanOrEqualTo(360);
            assertThat(chromium.text("getComputedStyle(document.querySelector('main tbody td')).display"))
                    .isEqualTo("grid");
        }
        chromium.value("location.hash = '#/'");
        until("document.querySelector('.edges')");
        assertThat(chromium.text("getComputedStyle(document.querySelector('.drawing')).display"))
                .isEqualTo("none");
        assertThat(chromium.text("document.querySelector('.edges').innerText"))
                .contains("SUB \"audit\" in orders", "→ PUB \"ticker\" in prices");
    }

    @Test
    void nothingMovesByItself() throws Exception {
        scene.market();
        open();
        until("document.querySelector('.edge')");

        assertThat(chromium.text("document.getAnimations().length + ' ' + [...document.querySelectorAll('*')]"
                        + ".filter(each => getComputedStyle(each).transitionDuration !== '0s'"
                        + " || getComputedStyle(each).animationName !== 'none').length"))
                .isEqualTo("0 0");
    }

    @Test
    void pageThatLosesItsServerSaysSo() throws Exception {
        scene.wrongType();
        open();
        scene.until(() ->
                chromium.text("document.getElementById('connection').innerText").equals("live"));
        scene.server().close();

        Poll.until(() ->
                chromium.text("document.getElementById('connection').innerText").equals("the dashboard does not answer")
                        ? true
                        : null);
        assertThat(chromium.is("document.querySelector('.processes')"))
                .as("what was seen stays")
                .isTrue();
    }

    /** Ticks until an expression of JavaScript is true. */
    private void until(String condition) throws Exception {
        try {
            scene.until(() -> chromium.is(condition));
        } catch (AssertionError e) {
            throw new AssertionError(
                    condition + " is not so on the page:\n" + chromium.text("document.body.innerText"), e);
        }
    }

    private void open() throws Exception {
        scene.server().tick();
        chromium.open(scene.url());
        until("document.querySelector('.processes')");
    }

    /** By its link in the table. */
    private void follow(String title) throws Exception {
        chromium.value(
                "[...document.querySelectorAll('table a')].find(a => a.textContent === " + quoted(title) + ").click()");
        until("document.querySelector('[data-key=peers]')");
    }

    private void focus(String selector) throws Exception {
        chromium.value("document.querySelector(" + quoted(selector) + ").focus()");
    }

    private double x(String title) throws Exception {
        return chromium.value(
                        "[...document.querySelectorAll('.node')].find(node => node.querySelector('.title').textContent === "
                                + quoted(title) + ").querySelector('rect').x.baseVal.value")
                .asDouble();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
