package io.github.etnasandbox.bench.section;

import io.github.etnasandbox.bench.load.Load;

/**
 * What loads measured, figure by figure.
 *
 * @param <K> what is measured
 */
final class LoadSamples<K> {
    final Samples<K> perSecond = new Samples<>();
    final Samples<K> medianMicros = new Samples<>();
    final Samples<K> p99Micros = new Samples<>();

    void add(K measured, Load load) {
        perSecond.add(measured, load.perSecond());
        medianMicros.add(measured, load.medianMicros());
        p99Micros.add(measured, load.p99Micros());
    }
}
