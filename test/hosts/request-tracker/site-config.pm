# Request Tracker with everything it writes under its own state folder; nothing of /etc/request-tracker5 is read.
my $state = $ENV{RT_STATE};
my $port  = $ENV{RT_PORT};

Set($rtname, 'support.example');
Set($Organization, 'support.example');
Set($CorrespondAddress, 'support@support.example');
Set($CommentAddress, 'support-comment@support.example');
Set($RTAddressRegexp, '^support(-comment)?@support\.example$');
Set($Timezone, 'UTC');

Set($WebDomain, '127.0.0.1');
Set($WebPort, $port);
Set($WebBaseURL, "http://127.0.0.1:$port");

Set($DatabaseType, 'SQLite');
Set($DatabaseName, "$state/rt.sqlite");
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');

# Beside what is shown by default, how the customer is reached.
Set($UserSummaryExtraInfo, 'RealName, EmailAddress, Name, WorkPhone, MobilePhone, Organization');

$RT::VarPath                 = $state;
$RT::MasonDataDir            = "$state/mason";
$RT::MasonSessionDir         = "$state/sessions";
$RT::MasonLocalComponentRoot = $ENV{RT_COMPONENTS};

1;
