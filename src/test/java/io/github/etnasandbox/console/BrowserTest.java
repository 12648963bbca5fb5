package io.github.etnasandbox.console;

import io.github.etnasandbox.junit.SandboxTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests of the console in a browser, of which there is one. They are the same on every JDK; {@code .ci/run} runs them on one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SandboxTest
@ExtendWith(BrowserExtension.class)
@ResourceLock("browser")
@Timeout(120)
@Tag("browser")
@interface BrowserTest {}
