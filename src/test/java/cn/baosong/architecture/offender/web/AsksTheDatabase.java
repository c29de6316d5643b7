package cn.baosong.architecture.offender.web;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A page with a query of its own. */
public record AsksTheDatabase(JdbcClient client) {}
