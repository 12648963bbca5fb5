package io.github.etnasandbox.fault;

/**
 * One method for each effect.
 *
 * @param <R> what is made of an effect
 */
public interface EffectCases<R> {
    /**
     * Called for a delay.
     *
     * @param delay the effect
     * @return what is made of it
     */
    R delay(FaultEffect.Delay delay);

    /**
     * Called for an answer of its own.
     *
     * @param status the effect
     * @return what is made of it
     */
    R status(FaultEffect.Status status);

    /**
     * Called for a reset connection.
     *
     * @return what is made of it
     */
    R reset();

    /**
     * Called for a closed connection.
     *
     * @return what is made of it
     */
    R close();

    /**
     * Called for a truncated answer.
     *
     * @param truncate the effect
     * @return what is made of it
     */
    R truncate(FaultEffect.Truncate truncate);

    /**
     * Called for a garbled answer.
     *
     * @return what is made of it
     */
    R garble();

    /**
     * Called for a dripping answer.
     *
     * @param drip the effect
     * @return what is made of it
     */
    R drip(FaultEffect.Drip drip);
}
