package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import descentlab.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyJsonTest {
    private static JsonObject survey(String text) {
        return JsonParser.parseString(SurveyJson.of(text.replace("+", "%2B"))).getAsJsonObject();
    }

    @Test
    void anAtlas() {
        JsonObject atlas = survey("f=(x-2)^2&survey=atlas&lr=0.1..10&x0=-6..6&width=4&height=2");
        assertEquals("[[\"reached 1\",2,\"diverged\",2],[\"reached 1\",2,\"diverged\",2]]", atlas.get("rows").toString());
        assertEquals("{\"reached 1\":0.5,\"diverged\":0.5}", atlas.get("shares").toString());
        assertEquals(1, atlas.getAsJsonArray("ends").size());
        assertEquals("{\"of\":\"lr\",\"from\":0.1,\"to\":10}", atlas.get("across").toString());
        assertEquals("{\"of\":\"x\",\"from\":-6,\"to\":6}", atlas.get("up").toString());
    }

    @Test
    void basinsOfAFunctionOfTwoCoordinates() {
        JsonObject basins = survey("f=x^4-2x^2+y^2&x0=1,1&lr=0.1&survey=basins&x0=-1..1,-1..1&width=2&height=1");
        assertEquals("[[\"reached 1\",1,\"reached 2\",1]]", basins.get("rows").toString());
    }

    @Test
    void aBifurcationDiagramKeepsTheStatesOfItsCycles() {
        JsonObject diagram = survey("f=x^2+10sin(x)&x0=3&survey=bifurcation&lr=0.2999..0.3001&width=1");
        assertEquals("[[\"oscillating 4\",1]]", diagram.get("rows").toString());
        assertEquals(4, diagram.getAsJsonArray("orbits").get(0).getAsJsonArray().size());
    }

    @Test
    void aSweepKnowsTheBestRateOfEachRun() {
        JsonObject sweep = survey("f=(x-2)^2&x0=10&lr=0.1&steps=100&survey=sweep&lr=0.01..10&width=301");
        JsonObject run = sweep.getAsJsonArray("runs").get(0).getAsJsonObject();
        assertEquals(0.5, run.get("best").getAsDouble(), 0.02);
        JsonArray loss = run.getAsJsonArray("loss");
        assertEquals(301, loss.size());
        assertTrue(loss.get(300).getAsDouble() > 1e100);
    }

    /** A run that begins outside the domain has no best rate, though some steps lead inside. */
    @Test
    void aSweepFromOutsideTheDomainHasNoBest() {
        JsonObject run = survey("f=ln(x)&x0=-5&survey=sweep&width=60").getAsJsonArray("runs").get(0).getAsJsonObject();
        assertEquals("nan", run.get("best").getAsString());
    }

    @Test
    void theLossAtARateOfASweepIsThatOfTheRun() throws InputException {
        JsonObject sweep = survey("f=x^2+10sin(x)&run=Adam(lr=0.1);StepLR(step_size=20)&survey=sweep&lr=0.01..1&width=20");
        for (int k = 0; k < 20; k++) {
            double lr = sweep.getAsJsonArray("lr").get(k).getAsDouble();
            Results results = Results.of(ExperimentText.read("f=x^2%2B10sin(x)&run=Adam(lr=" + lr + ");StepLR(step_size=20)"));
            assertEquals(results.trajectories().get(0).loss()[50], sweep.getAsJsonArray("runs").get(0).getAsJsonObject().getAsJsonArray("loss").get(k).getAsDouble());
        }
    }

    @Test
    void aRangeTestSuggestsARateBelowItsEdge() {
        JsonObject test = survey("f=(x-2)^2&x0=10&survey=range&lr=0.001..10");
        assertEquals(100, test.getAsJsonArray("lr").size());
        assertEquals(0.001, test.getAsJsonArray("lr").get(0).getAsDouble(), 1e-15);
        assertEquals(10, test.getAsJsonArray("lr").get(99).getAsDouble(), 1e-9);
        assertTrue(test.get("suggested").getAsDouble() < test.get("edge").getAsDouble());
    }

    /** Where a function is flat there is no limit for the rates to lie around, though rounding leaves a tiny curvature. */
    @ParameterizedTest
    @ValueSource(strings = {"x^4", "x^6", "1-exp(-x^4)", "(x-3)^4", "x^4+y^4"})
    void ratesOfAFlatMinimumAreTheStandardOnes(String formula) {
        JsonObject map = survey("f=" + formula + "&survey=momentum&width=2&height=1");
        assertEquals("{\"of\":\"lr\",\"from\":0.001,\"to\":10}", map.get("across").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "f=(x-1e8)^2&survey=atlas&lr=0.05..0.2&x0=-2..2 # reached 1",
        "f=(x-1e8)^2&survey=atlas&lr=1e-5..2e-5&x0=-2..2 # on its way",
        "f=-x&survey=atlas&lr=1e5..2e5&x0=-2..2 # diverged",
        "f=x^2+10sin(x)&run=SGD(lr=0.05);ExponentialLR(gamma=0.9)&survey=atlas&lr=0.049..0.05&x0=4.1..4.2 # stuck",
        "f=x^2&run=Rprop()&steps=501&survey=atlas&lr=0.0099..0.0101&x0=2.9..3.1 # oscillating",
        "f=(x-y)^2&run=SGD(lr=0.1,momentum=0.9)&survey=basins&x0=-3..3,-2..2 # reached",
        "f=|x|^1.5&survey=atlas&lr=0.01..0.5&x0=-2..2&steps=5000 # oscillating 2"})
    void everyPixelEndsLike(String text, String outcome) {
        for (String word : survey(text + "&width=8&height=4").getAsJsonObject("shares").keySet()) {
            assertTrue(word.startsWith(outcome), word);
        }
    }

    /** Rastrigin's function has 121 minima between −5.12 and 5.12, and with small steps each start falls into the nearest. */
    @Test
    void everyMinimumHasItsBasin() {
        JsonObject basins = survey("f=20+x^2+y^2-10cos(2pi*x)-10cos(2pi*y)&x0=1,1&lr=0.001&survey=basins&x0=-5.12..5.12,-5.12..5.12&width=110&height=110");
        assertEquals(121, basins.getAsJsonArray("ends").size());
        for (String word : basins.getAsJsonObject("shares").keySet()) {
            assertEquals(1.0 / 121, basins.getAsJsonObject("shares").get(word).getAsDouble(), 0.006, word);
        }
    }

    @Test
    void itsTextIsReadAndWrittenAgain() throws InputException {
        String text = "f=x^2+y^2&x0=1,2&lr=0.1&survey=basins&x0=-3..3,-2..2&width=40&height=20";
        assertEquals(text, ExperimentText.write(ExperimentText.read(text.replace("+", "%2B"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "f=x^2&survey=atlass # “atlass” is no picture # 13",
        "f=x^2&survey=atlas&lr=2..0.1 # This is not a range. # 22",
        "f=x^2&survey=atlas&lr=0..1 # begins above 0 # 22",
        "f=x^2&survey=atlas&lr=a..1 # “a” is not a number # 22",
        "f=x^2&survey=sweep&x0=-1..1 # Only some pictures have a range of x0 # 22",
        "f=x^2&survey=basins # needs a function of x and y # 0",
        "f=x^2+y^2&survey=atlas # needs a function of x alone # 0",
        "f=x^2+y^2&survey=basins&x0=-1..1 # Two ranges # 29",
        "f=x^2&run=Adagrad(lr=1)&survey=momentum # has no momentum # 0",
        "f=x^2&survey=atlas&width=0 # width # 25",
        "f=x^2&lr=0.1..1 # Only some pictures # 9",
        "f=x^2&survey=atlas&survey=basins # survey is given twice # 26",
        "f=x^2&survey=atlas&width=4&width=5 # width is given twice # 33",
        "f=x^2&survey=atlas&x0=-1e308..1e308 # too wide # 22",
        "f=x^2&survey=atlas&lr=1e-320..1e308 # too wide # 22",
        "f=x^2&run=Adam(lr=0.1)&survey=momentum&momentum=0..2 # takes a momentum of 0 ≤ momentum < 1 # 0",
        "f=x^2&survey=momentum&momentum=-1..1 # takes a momentum of 0 ≤ momentum # 0",
        "f=x^2&lr=0.1 # Add survey=atlas # 0"})
    void whatItRefuses(String text, String says, int position) {
        JsonObject error = survey(text).getAsJsonObject("error");
        assertTrue(error.get("message").getAsString().contains(says), error.toString());
        assertEquals(position, error.get("position").getAsInt());
    }
}
