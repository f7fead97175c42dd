package descentlab.experiment;

import java.util.ArrayList;
import java.util.List;

/** All that can be picked. It stands apart from {@link CatalogueEntry}, so that a program that shows curves alone need not hold the rest. */
public final class Catalogue {
    /** Functions of x and y. */
    private static final List<CatalogueEntry> MAPS = List.of(
            new CatalogueEntry("sphere", "x^2 + y^2", "x0=-3,2&lr=0.05,0.3,0.9&window=-4,4,-4,4"),
            new CatalogueEntry("valley", "(x^2 + k y^2)/2", "k=25&x0=-9,3&lr=0.01,0.075,0.081&window=-10,10,-7,7"),
            new CatalogueEntry("rotated", "13x^2 - 24x*y + 13y^2", "x0=-3,0.5&lr=0.01,0.0385,0.0404&window=-4,4,-4,4"),
            new CatalogueEntry("rosenbrock", "(1-x)^2 + 100(y-x^2)^2",
                    "x0=-1.2,1&run=SGD(lr=0.001)&run=SGD(lr=0.001,momentum=0.9)&run=Adam(lr=0.1)&steps=300&window=-2,2,-1,3&scale=log"),
            new CatalogueEntry("himmelblau", "(x^2+y-11)^2 + (x+y^2-7)^2", "x0=0,-1&lr=0.002,0.01,0.02&window=-6,6,-6,6"),
            new CatalogueEntry("beale", "(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2",
                    "x0=1,1.2&run=SGD(lr=0.01)&run=Adagrad(lr=0.5)&run=Adam(lr=0.1)&steps=200&window=-4.5,4.5,-4.5,4.5"),
            new CatalogueEntry("booth", "(x+2y-7)^2 + (2x+y-5)^2", "x0=-8,-6&lr=0.02,0.1,0.112&window=-10,10,-10,10"),
            new CatalogueEntry("matyas", "0.26(x^2+y^2) - 0.48x*y", "x0=-8,5&lr=0.1,1,2&window=-10,10,-10,10"),
            new CatalogueEntry("mccormick", "sin(x+y) + (x-y)^2 - 1.5x + 2.5y + 1", "x0=3,-2&lr=0.05,0.3,0.48&window=-2,4,-3,4"),
            new CatalogueEntry("threehump", "2x^2 - 1.05x^4 + x^6/6 + x*y + y^2", "x0=-2,2.2&lr=0.03,0.15,0.3&window=-2.5,2.5,-2.5,2.5"),
            new CatalogueEntry("sixhump", "(4 - 2.1x^2 + x^4/3)x^2 + x*y + (4y^2 - 4)y^2", "x0=-1.7,0.2&lr=0.01,0.05,0.12&window=-2,2,-1.2,1.2"),
            new CatalogueEntry("goldstein", "(1 + (x+y+1)^2 (19-14x+3x^2-14y+6x*y+3y^2)) (30 + (2x-3y)^2 (18-32x+12x^2+48y-36x*y+27y^2))",
                    "x0=-1.5,0.5&run=SGD(lr=0.00001)&run=RMSprop(lr=0.02)&run=Adam(lr=0.1)&steps=200&window=-2,2,-3,1&scale=log"),
            new CatalogueEntry("styblinski", "(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2", "x0=0.3,4&lr=0.005,0.02,0.05&window=-5,5,-5,5"),
            new CatalogueEntry("rastrigin", "20 + x^2 + y^2 - 10cos(2pi x) - 10cos(2pi y)",
                    "x0=-2.6,1.6&run=SGD(lr=0.001)&run=SGD(lr=0.002,momentum=0.95)&run=Adam(lr=0.3)&steps=150&window=-5.12,5.12,-5.12,5.12"),
            new CatalogueEntry("ackley", "-20exp(-0.2sqrt((x^2+y^2)/2)) - exp((cos(2pi x)+cos(2pi y))/2) + e + 20",
                    "x0=-3.4,2.7&run=SGD(lr=0.05)&run=SGD(lr=0.05,momentum=0.9)&run=Adam(lr=0.5)&steps=100&window=-5,5,-5,5"),
            new CatalogueEntry("easom", "-cos(x) cos(y) exp(-(x-pi)^2 - (y-pi)^2)", "x0=1.9,4.3&lr=0.1,0.5,1.2&steps=200&window=0,6.3,0,6.3"),
            new CatalogueEntry("saddle", "x^2 - y^2", "x0=-2,0.001&lr=0.05,0.2,0.6&window=-3,3,-3,3"),
            new CatalogueEntry("monkey", "x^3 - 3x*y^2", "x0=1.5,0.02&lr=0.01,0.05&window=-2,2,-2,2"),
            new CatalogueEntry("hole", "1 - exp(-x^2 - y^2)", "x0=-1.8,1&run=SGD(lr=0.5)&run=SGD(lr=0.5,momentum=0.9)&run=Adam(lr=0.2)&window=-3,3,-3,3"));

    /** Every function. */
    public static final List<CatalogueEntry> FUNCTIONS = functions();

    /** Data to learn from, each with a model; what an entry says stands in its settings alone. */
    public static final List<CatalogueEntry> LEARNING = List.of(
            new CatalogueEntry("line", "", "data=line&lr=0.0001,0.01,0.1,1&steps=500&set=3&scale=log"),
            new CatalogueEntry("sinefit", "", "data=sine&model=network(layers=(8,8))&lr=0.01,0.1,0.5&steps=1000&set=2&scale=log"),
            new CatalogueEntry("stepfit", "", "data=step&model=network(layers=(6,),activation='relu',init='he')&run=SGD(lr=0.1)&run=Adam(lr=0.02)&steps=500"),
            new CatalogueEntry("cubicfit", "", "data=cubic&model=polynomial&lr=0.01,0.1,0.15&steps=300&scale=log"),
            new CatalogueEntry("blobs", "", "data=blobs&lr=0.01,0.1,1&steps=200&set=2"),
            new CatalogueEntry("moons", "", "data=moons&model=network(layers=(8,))&lr=0.05,0.5,5&steps=500&set=2"),
            new CatalogueEntry("circles", "", "data=circles&model=polynomial(degree=2)&lr=0.1,1,10&steps=300&set=2"),
            new CatalogueEntry("xor", "", "data=xor&model=network(layers=(4,))&batch=10&lr=0.01,0.1,1&steps=1000&set=3"),
            new CatalogueEntry("spiral", "",
                    "data=spiral&model=network(layers=(8,8))&run=SGD(lr=0.1)&run=SGD(lr=0.1,momentum=0.9)&run=Adam(lr=0.02)&steps=2000&set=3"));

    private Catalogue() {
    }

    private static List<CatalogueEntry> functions() {
        List<CatalogueEntry> functions = new ArrayList<>(CatalogueEntry.CURVES);
        functions.addAll(MAPS);
        return functions;
    }

    /** The text of the experiment of a key, or null where there is none. */
    static String text(String key) {
        String function = CatalogueEntry.text(FUNCTIONS, key);
        return function == null ? CatalogueEntry.text(LEARNING, key) : function;
    }
}
