package io.github.etnasandbox.http;

import io.github.etnasandbox.control.Console;
import io.github.etnasandbox.control.ControlRoutes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.JavalinServletContext;
import io.javalin.http.servlet.SubmitOrder;
import io.javalin.http.servlet.Task;
import io.javalin.json.JsonMapper;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import kotlin.Unit;
import kotlin.jvm.functions.Function2;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request to the plane it is for: the control routes where they are, a page to a person with a browser, the API
 * everything else. Each finds its own routes, since their errors differ; Javalin's router has none.
 */
final class RequestRouter {
    private final ControlRoutes control;
    private final Console console;
    private final ApiHandler api;
    private final BareErrors errors;
    private final LargeAnswers large = new LargeAnswers();

    private RequestRouter(ControlRoutes control, ApiHandler api, BareErrors errors) {
        this.control = control;
        this.console = control.console();
        this.api = api;
        this.errors = errors;
    }

    /** @param errors answers where nobody else can */
    static Servlet servlet(ControlRoutes control, ApiHandler api, BareErrors errors) {
        Javalin javalin = Javalin.create(new RequestRouter(control, api, errors)::configure);
        // Javalin's own getter makes another one where WebSockets are around.
        return new RealMethodServlet(new JavalinServlet(javalin.unsafe));
    }

    /** Hides a header that Javalin takes the method from: a page that may only GET would reset the sandbox by it. */
    private static final class RealMethodServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static final String OVERRIDE = "X-HTTP-Method-Override";

        private final transient JavalinServlet javalin;

        RealMethodServlet(JavalinServlet javalin) {
            this.javalin = javalin;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            boolean overrides = request.getHeader(OVERRIDE) != null;
            javalin.handle(overrides ? withoutOverride(request) : request, response);
        }

        private static HttpServletRequest withoutOverride(HttpServletRequest request) {
            return new HttpServletRequestWrapper(request) {
                @Override
                public @Nullable String getHeader(String name) {
                    return name.equalsIgnoreCase(OVERRIDE) ? null : super.getHeader(name);
                }
            };
        }
    }

    @SuppressWarnings("unchecked") // the array of one life cycle
    private void configure(JavalinConfig config) {
        config.startup.startupWatcherEnabled = false; // a thread that sleeps for five seconds
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jsonMapper(new JsonMapper() {}); // else Javalin looks for a library, which no body here needs from it
        config.requestLifeCycle(this::begin);
        control.register(config.routes);
        config.routes.exception(Exception.class, (fault, context) -> {
            if (control.owns(context.path())) {
                control.fault(fault, context);
            } else {
                api.fault(fault, context);
            }
        });
        config.router.javaLangErrorHandler(errors::fault);
    }

    private void begin(
            Function2<? super SubmitOrder, ? super Task, Unit> submit,
            JavalinServlet servlet,
            JavalinServletContext context,
            String path) {
        // Javalin begins with text/plain and cannot be told to begin with nothing. No answer here is of that type.
        if (console.owns(context, path)) {
            submit.invoke(SubmitOrder.LAST, new Task(true, () -> {
                console.handle(context, path);
                return Unit.INSTANCE;
            }));
        } else if (control.owns(path)) {
            submit.invoke(SubmitOrder.LAST, new Task(true, () -> {
                control.handle(context, path);
                return Unit.INSTANCE;
            }));
            submit.invoke(SubmitOrder.LAST, new Task(false, () -> {
                if (ContentType.PLAIN.equals(context.res().getContentType())) {
                    context.res().setContentType(null);
                }
                return Unit.INSTANCE;
            }));
        } else {
            context.res().setContentType(null);
            submit.invoke(SubmitOrder.LAST, new Task(true, () -> {
                api.handle(context);
                return Unit.INSTANCE;
            }));
        }
        submit.invoke(SubmitOrder.LAST, new Task(false, () -> {
            large.takeOver(context);
            return Unit.INSTANCE;
        }));
    }
}
