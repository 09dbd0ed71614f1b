package dev.redress.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;

/** How rows and records are mapped: the settings of MyBatis, and the list of all mappers. */
final class Mapping {

  private static final List<Class<?>> MAPPERS =
      List.of(
          AbsenceMapper.class,
          AccessMapper.class,
          AgreementMapper.class,
          AnswerMapper.class,
          AttachmentMapper.class,
          AuthorityMapper.class,
          BriefMapper.class,
          CallbackMapper.class,
          CreditMapper.class,
          CustomerMapper.class,
          DecisionMapper.class,
          DisputeMapper.class,
          DutyMapper.class,
          ElsewhereMapper.class,
          EscalationMapper.class,
          EscalationPolicyMapper.class,
          FindingMapper.class,
          HandoffMapper.class,
          ImportMapper.class,
          InvariantMapper.class,
          InvoiceMapper.class,
          JournalMapper.class,
          LaborLineMapper.class,
          LetterMapper.class,
          ModelMapper.class,
          PrivacyMapper.class,
          PromiseMapper.class,
          NotificationMapper.class,
          ProviderMapper.class,
          ReconciliationMapper.class,
          ReportMapper.class,
          RequestMapper.class,
          ServiceLevelMapper.class,
          SignOffMapper.class,
          TimeEntryMapper.class,
          CatchAllMapper.class,
          VerdictMapper.class,
          WatchMapper.class);

  private Mapping() {}

  /** Sessions that use a connection given to them and leave its end to who gave it. */
  static SqlSessionFactory sessions(Database database) {
    ManagedTransactionFactory transactions = new ManagedTransactionFactory();
    Properties properties = new Properties();
    properties.setProperty("closeConnection", "false");
    transactions.setProperties(properties);
    Configuration configuration =
        new Configuration(new Environment("redress", transactions, database.dataSource()));
    // A logged statement has its parameters beside it: people's data, and secrets.
    configuration.setLogImpl(NoLoggingImpl.class);
    configuration.setDatabaseId(database.isEmbedded() ? "derby" : "postgresql");
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setCacheEnabled(false);
    // Two reads in a transaction are two reads: a row may have changed between them.
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setDefaultExecutorType(ExecutorType.REUSE);
    configuration.getTypeHandlerRegistry().register(Instant.class, new InstantHandler());
    configuration.getTypeHandlerRegistry().register(LocalDate.class, new LocalDateHandler());
    MAPPERS.forEach(configuration::addMapper);
    return new SqlSessionFactoryBuilder().build(configuration);
  }
}
