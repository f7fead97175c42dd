package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTest {
    @Test
    void aRunAsJson() {
        assertEquals("{\"experiment\":\"f=x^2&x0=1&lr=0.25&steps=2\",\"runs\":[{\"run\":\"SGD(lr=0.25)\",\"x\":[[1],[0.5],[0.25]],\"loss\":[1,0.25,0.0625],"
                + "\"lr\":[0.25,0.25],\"verdict\":\"crawling\",\"steps\":31,\"point\":[4.656612873077393e-10],\"sentence\":\"η = 0.25 crawls: only x = 0.25 after 2 "
                + "steps. It would need 31 steps to converge to x = 4.65661·10⁻¹⁰. That is 25 % of the limit 2/f″ = 1 at the minimum x = 0.\"}],\"unknown\":[]}",
            Trace.of("f=x^2&x0=1&lr=0.25&steps=2"));
    }

    @Test
    void numbersThatAreNotFiniteAreWords() {
        String trace = Trace.of("f=x^4&x0=10&lr=1e200&steps=4");
        assertTrue(trace.contains("\"x\":[[10],[-4e+203],") || trace.contains("\"x\":[[10],[-4e203],"), trace);
        assertTrue(trace.contains("\"inf\"") && trace.contains("\"nan\""), trace);
    }

    @Test
    void aMistakeIsAnAnswer() {
        String trace = Trace.of("f=x^2&x0=<script>");
        assertTrue(trace.startsWith("{\"error\":{\"message\":\"“<script>” is not a number."), trace);
        assertTrue(trace.endsWith("\"position\":9,\"length\":8}}"), trace);
    }

    /** The cases that the project was begun for, and one of each verdict. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "f=(x-2)^2&x0=10&steps=20&lr=0.01 # crawling # x = 7.34086 after 20 steps",
        "f=(x-2)^2&x0=10&steps=20&lr=0.1 # crawling # x = 2.09223 after 20 steps",
        "f=(x-2)^2&x0=10&steps=20&lr=0.5 # converged # converged to x = 2 in one step",
        "f=(x-2)^2&x0=10&lr=0.9 # converging # It overshoots the minimum at every step",
        "f=(x-2)^2&x0=10&steps=200&lr=0.9 # converged # in 106 steps",
        "f=(x-2)^2&x0=10&lr=1 # oscillating # period 2 between x = −6 and x = 10, amplitude 8. It never settles. That is exactly the limit 2/f″ = 1",
        "f=(x-2)^2&x0=10&lr=1.1 # diverged # above the limit 2/f″ = 1",
        "f=x^2 + 10 sin(x)&x0=-5&run=SGD(lr=0.1,weight_decay=0.1) # stuck # at x = −1.29531, no minimum: weight decay balances the slope of 0.1295",
        "f=x^2 + 3y^2 - 4y&x0=-5,2&run=SGD(lr=0.1,weight_decay=0.1)&steps=500 # stuck # weight decay balances the slope of −0.06557",
        "f=x^2 + 10 sin(x)&x0=-5&run=SGD(lr=0.01,weight_decay=0.1)&steps=30 # stuck # weight decay balances the slope of 0.1295",
        "f=x^2 + 10 sin(x)&x0=-5&run=SGD(lr=0.01,weight_decay=0.1);ExponentialLR(gamma=0.5)&steps=200 # stuck # its schedule has brought the rate down to nothing",
        "f=x^2&x0=-5&run=SGD(lr=0.1,weight_decay=0.1)&steps=200 # converged # in 98 steps",
        "f=x^2&x0=-5&run=SGD(lr=1e-30,weight_decay=0.1) # stuck # stands still at x = −5",
        "f=x^2&x0=-5&run=SGD(lr=0,weight_decay=0.1) # stuck # a learning rate of 0 takes no steps",
        "f=x^2 + 10 sin(x)&x0=-5&run=SGD(lr=0.01);ExponentialLR(gamma=0.5)&steps=200 # stuck # stands still at x = −4.8492, where the slope is −8.335: its schedule has brought",
        "f=(x-2)^2&x0=10&lr=1e200 # diverged # is no finite number any more",
        "f=(x-2)^2&x0=2&lr=1 # converged # starts in the minimum",
        "f=x^2 + 10 sin(x)&x0=-5&lr=0.1 # converged # x = −1.30644 in 15 steps: f = −7.94582",
        "f=x^2 + 10 sin(x)&x0=3&lr=0.3 # oscillating # period 4 between x = 2.96",
        "f=x^2 + 10 sin(x)&x0=3&lr=0.4 # chaotic # does not repeat",
        "f=|x|&x0=1.75&lr=0.1 # stuck # kink at x = ",
        "f=|x|&x0=1&lr=0.5 # converged # x = 0 in 2 steps",
        "f=1-exp(-x^2)&x0=6&lr=0.1 # stuck # plateau",
        "f=sin(x)&x0=1.5707963267948966&lr=0.1 # stuck # maximum",
        "f=x^3&x0=0&lr=0.1 # stuck # plateau",
        "f=x^2&x0=1&lr=0 # stuck # a learning rate of 0 takes no steps",
        "f=x^2&x0=1&lr=1e-20 # stuck # rounding",
        "f=x^2&x0=1&lr=-0.1 # diverged # A negative learning rate walks uphill",
        "f=-x^2&x0=1&lr=0.1 # diverged # downhill for ever",
        "f=ln(1+e^(-x))&x0=0&lr=0.1 # crawling # still crawls",
        "f=x ln(x)&x0=1&lr=2 # left domain # step 1 it stands at x = −1",
        "f=ln(x)&x0=-1&lr=2 # left domain # at the start x = −1",
        "f=x^2&x0=1&run=SGD(lr=0.1,momentum=0.9) # crawling # momentum=0.9",
        "f=x^2&x0=3&lr=0.1&steps=500&tolerance=0.01 # converged # converged to x = 0.00464228 in 29 steps",
        "f=x^2+y^2&x0=1,2&lr=0.1&steps=200&tolerance=0.01 # converged # slope at most 0.01",
        "f=1e-9*x^2&x0=1.78&lr=15000000&steps=500 # converged # in 42 steps",
        "f=1e-9*x^2&x0=1.78&lr=15000000&steps=45 # converged # in 42 steps",
        "f=x^6&x0=1&lr=0.1&steps=200 # crawling # still crawls",
        "f=x^6&x0=0.011&lr=0.1&steps=200 # converged # x = 0.011",
        "f=x^2&x0=4.2&run=SGD(lr=0.35);ExponentialLR(gamma=0.9)&steps=500 # stuck # its schedule has brought the rate down",
        "f=x^2&x0=3&run=SGD(lr=0.1);LinearLR(start_factor=1,end_factor=0,total_iters=50)&steps=50 # stuck # its schedule has brought the rate down",
        "f=x^2+10 sin(x)&x0=4.2&run=Polyak()&steps=500 # stuck # its rule takes no step there",
        "f=x^2+10 sin(x)&x0=4.2&run=LBFGS(lr=0.1)&steps=500 # converged # and stands still there",
        "f=(x-2)^2&x0=10&run=SGD(lr=0.1,weight_decay=0.01)&steps=500 # stuck # weight decay balances",
        "f=x^2&x0=0.0005&lr=0&steps=50 # stuck # a learning rate of 0 takes no steps",
        "f=(x-y)^2&x0=1,2&lr=0.1&steps=200 # converged # (x, y) = (1.5, 1.5)",
        "f=(x+y-1)^2&x0=1,2&lr=0.1&steps=200 # converged # slope at most",
        "f=(x+y)^2&x0=1,2&run=Newton(lr=1)&steps=5 # diverged # divides by the curvature, which is 0 there in some direction",
        "f=x^3&x0=0&run=Newton(lr=1)&steps=5 # diverged # divides by the curvature",
        "f=x*y&x0=-5,-5&lr=0.1 # stuck # on its way to the saddle (x, y) = (0, 0), where it will be stuck: (x, y) = (−0.0257689, −0.0257689) after 50 steps",
        "f=x^2-y^2&x0=1,0&lr=0.1&steps=500 # stuck # is stuck at the saddle (x, y) = (0, 0)",
        "f=x^2*y^2&x0=1,2&lr=0.1 # converged # in 31 steps: f = 7.02934·10⁻²⁰, slope at most 10⁻⁹.\"",
        "f=exp(-x)&x0=0&run=Newton() # diverged # downhill for ever",
        "f=sigmoid(x)&x0=5&run=Rprop() # stuck # plateau",
        "f=max(x^2-1,0)&x0=0.95&lr=0.1 # stuck # plateau",
        "data=points(x=(1,1),y=(1,1))&lr=0.1&steps=2 # crawling # of the limit 2/λmax = 0.5 where it ends",
        "f=(x-1e8)^2&x0=0&lr=1e-6 # crawling # still crawls",
        "f=x^2&x0=3&run=Rprop()&steps=501 # oscillating # period 4",
        "f=|x|^1.5&x0=1&lr=0.01&steps=5000 # oscillating # period 2",
        "f=100000000 (x-2)^2&x0=10&lr=4e-9 # converged # x = 2"})
    void verdicts(String text, String word, String says) {
        String trace = Trace.of(text.replace("+", "%2B"));
        assertTrue(trace.contains("\"verdict\":\"" + word + "\""), trace.substring(Math.max(0, trace.indexOf("\"verdict\""))));
        assertTrue(trace.contains(says), trace.substring(trace.indexOf("\"verdict\"")));
    }
}
