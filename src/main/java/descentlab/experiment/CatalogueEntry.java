package descentlab.experiment;

import descentlab.message.InputException;
import java.util.List;

/**
 * A function that can be picked: an experiment, with a name and one line on what it teaches under the message keys {@code function.KEY} and
 * {@code function.KEY.lesson}. It is a formula like any that is typed.
 */
public record CatalogueEntry(String key, Experiment experiment) {
    /** All of them, in the order of the menu. */
    public static final List<CatalogueEntry> ALL = List.of(
            entry("wavy", "f=x^2 + 10 sin(x)&x0=-5&lr=0.01,0.1,0.18&set=2"),
            entry("bowl", "f=(x-2)^2&x0=10&lr=0.01,0.1,0.9"),
            entry("sine", "f=sin(x)&x0=0.5&lr=0.1,1,2.5"),
            entry("wells", "f=x^4 - 2x^2&x0=0.1&lr=0.01,0.1,0.3"),
            entry("absolute", "f=|x|&x0=1.75&lr=0.01,0.1,0.5"),
            entry("flat", "f=x^4 - 4x^3&x0=0.3&lr=0.005,0.02,0.05"),
            entry("ripple", "f=x^2/10 + sin(3x)&x0=4&lr=0.01,0.1,0.3"),
            entry("plateau", "f=1 - exp(-x^2)&x0=2.5&lr=0.1,1,5"),
            entry("wall", "f=e^(-3x) + x&x0=3&lr=0.05,0.2,0.6"),
            entry("logistic", "f=ln(1 + e^(-x))&x0=-3&lr=0.1,1,10"),
            entry("kink", "f=max(x, -2x)&x0=2&lr=0.02,0.2"),
            entry("domain", "f=x ln(x)&x0=3&lr=0.05,0.5,2"),
            entry("sinc", "f=2 sin(x)/x&x0=1&lr=0.1,1,3"));

    private static CatalogueEntry entry(String key, String text) {
        try {
            return new CatalogueEntry(key, ExperimentText.read(text));
        } catch (InputException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
