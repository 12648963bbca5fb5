/** A module that has a sandbox, and nothing else beside the JDK. */
module consumer {
    requires io.github.etnasandbox;
    requires java.net.http;
}
