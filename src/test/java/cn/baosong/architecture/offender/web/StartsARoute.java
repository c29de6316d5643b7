package cn.baosong.architecture.offender.web;

import org.apache.camel.CamelContext;

/** A page that speaks Camel. */
public record StartsARoute(CamelContext camel) {}
