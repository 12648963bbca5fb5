package io.github.etnasandbox.bench;

import java.util.List;

/** A server that is measured beside the others, each on a class path of its own. */
public enum Candidate {
    OURS("etna-sandbox", "ours", "Ours"),
    OURS_NO_JOURNAL("etna-sandbox, journal off", "ours", "Ours", "nojournal"),
    JAVALIN("bare Javalin", "javalin", "BareJavalin"),
    WIREMOCK("WireMock", "wiremock", "WireMock"),
    WIREMOCK_NO_JOURNAL("WireMock, journal off", "wiremock", "WireMock", "nojournal");

    /** The three as they come, without further settings. */
    public static final List<Candidate> AS_THEY_COME = List.of(OURS, JAVALIN, WIREMOCK);

    private static final List<String> SETTLED_HEAP = List.of("-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch");

    private final String title;
    private final String module;
    private final String main;
    private final List<String> settings;

    Candidate(String title, String module, String main, String... settings) {
        this.title = title;
        this.module = module;
        this.main = main;
        this.settings = List.of(settings);
    }

    /** Its name in tables. */
    public String title() {
        return title;
    }

    /** Starts it in a JVM of its own without any flag, in the role that the arguments name. */
    public ChildJvm start(Object... role) {
        return startMain(main, role);
    }

    /**
     * Starts it for a load, with a heap that is all there from the beginning. In a heap that grows, a server pays for each
     * page that it is the first to use, for as long as it takes to use all of them once; and then no more. A quick run has
     * no time for that.
     */
    public ChildJvm startForLoad(Options options, Object... role) {
        return ChildJvm.start(options.quick() ? List.of() : SETTLED_HEAP, module, main, settings, role);
    }

    /** Starts another of the main classes of its module. */
    public ChildJvm startMain(String mainClass, Object... arguments) {
        return ChildJvm.start(List.of(), module, mainClass, settings, arguments);
    }
}
