package io.github.etnasandbox.junit;

import io.github.etnasandbox.world.Dialect;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a fresh world, on one server for the whole test run.
 *
 * <pre>{@code
 * @SandboxTest
 * class CancelFlowTest {
 *     @Test
 *     void cancels_an_outstanding_order(World world) {
 *         int status = Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
 *                 .header("Et-App-Key", "demo-app-key")
 *                 .header("Authorization", "Bearer admin-token")
 *                 .asEmpty()
 *                 .getStatus();
 *
 *         assertThat(status).isEqualTo(204);
 *         assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Test methods, {@code @BeforeEach} and {@code @AfterEach} methods take a {@link io.github.etnasandbox.world.World}
 *       as a parameter, within one test the same. It is made before the test's first {@code @BeforeEach} method and
 *       dropped after its last {@code @AfterEach} method. A constructor takes none, since JUnit does not tell its test.
 *   <li>Each repetition and each set of parameters is a test. The dynamic tests of one {@code @TestFactory} method share
 *       that method's world.
 *   <li>The {@link io.github.etnasandbox.Sandbox} itself can be taken as a parameter anywhere. It is shared by the whole
 *       test run: make worlds in it, leave its default world alone, and leave the closing to JUnit.
 *   <li>Tests may run in parallel.
 *   <li>Subclasses inherit the annotation, and it counts for nested classes; the nearest one decides.
 *   <li>When a test fails, what its world was asked, with reasons and changes, goes with the failure as a suppressed
 *       exception. A repro file of it goes to {@code target/etna-sandbox}, or {@code build/etna-sandbox}, or where the JUnit
 *       configuration parameter {@code etna-sandbox.repro} says, {@code none} for nowhere; see
 *       {@link io.github.etnasandbox.Repro}. With {@code etna-sandbox.har} a HAR file goes to that folder.
 *   <li>With {@code etna-sandbox.coverage}, likewise or as a system property, the run writes to that folder which documented
 *       answers its tests have met, and how to meet the others.
 *   <li>Fixtures are read once for a test run. Problems in them fail the test class with a
 *       {@link io.github.etnasandbox.fixture.FixtureException}.
 * </ul>
 *
 * <p>For anything but fixtures and dialect, such as a clock that ticks, register {@link SandboxExtension#with} instead.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(SandboxExtension.class)
public @interface SandboxTest {

    /**
     * {@return what worlds start from, by the rules of {@link io.github.etnasandbox.fixture.Fixtures#at}: a packaged name,
     * {@code docs}, {@code every-status} or {@code lifecycle}; {@code classpath:my-fixtures} for the folder
     * {@code src/test/resources/my-fixtures}; or a folder relative to the working directory, such as {@code ./fixtures}}
     */
    String fixtures() default "docs";

    /** {@return how worlds answer where deployments differ} */
    Dialect dialect() default Dialect.DOCUMENTED;

    /**
     * {@return the app key by which requests at the root belong to the world of the test that runs, empty for none; for an
     * application that learns its base URL once, which is then {@code sandbox.world().apiUrl()}}
     *
     * <p>It is a key that the fixtures do not have, and the class's alone. Tests of the class then must not run in parallel
     * with each other, but may beside those of other classes; a world that finds its key in use fails its test.
     */
    String appKey() default "";
}
