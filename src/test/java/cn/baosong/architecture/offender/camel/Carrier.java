package cn.baosong.architecture.offender.camel;

import org.apache.camel.Exchange;

/** Innocent: the carrier may speak Camel. */
public record Carrier(Exchange exchange) {}
