# Fills a fresh database of Request Tracker with what comes in on stdin, as tickets.ts names it:
# {"members": [...], "users": [...], "tickets": [...]}.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use Encode;
use JSON;
use MIME::Entity;
use RT;

RT::LoadConfig();
RT::Init();

my $seed = decode_json( do { local $/; <STDIN> } );
my %ticket_of;

sub checked {
    my ( $done, @said ) = @_;
    die "Request Tracker refused: $said[-1]\n" unless $done;
}

sub mail {
    my ( $type, $text ) = @_;
    return MIME::Entity->build( Type => $type, Charset => 'UTF-8', Data => [ encode( 'UTF-8', $text ) ] );
}

checked( RT::Queue->new( RT->SystemUser )->Create( Name => 'Support' ) );

for my $user ( @{ $seed->{users} } ) {
    checked( RT::User->new( RT->SystemUser )->Create(%$user) );
}

for my $member ( @{ $seed->{members} } ) {
    my $rights = delete $member->{rights};
    my $user   = RT::User->new( RT->SystemUser );
    checked( $user->Create( %$member, Privileged => 1 ) );
    checked( $user->PrincipalObj->GrantRight( Right => $_, Object => RT->System ) ) for @$rights;
}

for my $wanted ( @{ $seed->{tickets} } ) {
    my $ticket = RT::Ticket->new( RT->SystemUser );
    checked(
        $ticket->Create(
            Queue     => 'Support',
            Subject   => $wanted->{subject},
            Requestor => $wanted->{requestors},
            Cc        => $wanted->{cc} || [],
            MIMEObj   => $wanted->{html} ? mail( 'text/html', $wanted->{html} ) : mail( 'text/plain', $wanted->{text} ),
        )
    );
    $ticket_of{ $wanted->{subject} } = $ticket->id;
    if ( my $answer = $wanted->{answer} ) {
        my $member = RT::CurrentUser->new( $answer->{by} );
        my $same   = RT::Ticket->new($member);
        $same->Load( $ticket->id );
        checked( $same->Correspond( MIMEObj => mail( 'text/plain', $answer->{text} ) ) );
    }
    checked( $ticket->MergeInto( $ticket_of{ $wanted->{mergedInto} } ) ) if $wanted->{mergedInto};
}
