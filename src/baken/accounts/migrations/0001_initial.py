import baken.foundation.clock
import django.contrib.auth.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('username', models.CharField(max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='gebruikersnaam')),
                ('first_name', models.CharField(blank=True, default='', max_length=150, verbose_name='voornaam')),
                ('last_name', models.CharField(blank=True, default='', max_length=150, verbose_name='familienaam')),
                ('email', models.EmailField(blank=True, default='', max_length=254, verbose_name='e-mailadres')),
                ('is_active', models.BooleanField(default=True, verbose_name='actief')),
                ('made_at', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='gemaakt op')),
                ('staff_number', models.CharField(blank=True, max_length=40, null=True, unique=True, verbose_name='personeelsnummer')),
            ],
            options={
                'verbose_name': 'gebruiker',
                'verbose_name_plural': 'gebruikers',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Remembered',
            fields=[
                ('cache_key', models.CharField(max_length=255, primary_key=True, serialize=False, verbose_name='sleutel')),
                ('value', models.TextField(verbose_name='waarde')),
                ('expires', models.DateTimeField(db_index=True, verbose_name='tot')),
            ],
            options={
                'verbose_name': 'onthouden waarde',
                'verbose_name_plural': 'onthouden waarden',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('role', models.CharField(choices=[('counsellor', 'trajectbegeleider'), ('nt2_consultant', 'NT2-consulent'), ('mo_teacher', 'leerkracht MO'), ('planner', 'planner'), ('team_lead', 'teamverantwoordelijke'), ('enforcement', 'handhavingsambtenaar'), ('appeal', 'beroepscommissie'), ('reporting', 'rapporteur'), ('auditor', 'auditor'), ('administrator', 'beheerder')], max_length=20, verbose_name='rol')),
                ('agency', models.CharField(blank=True, default='', max_length=20, verbose_name='agentschap')),
                ('since', models.DateField(verbose_name='vanaf')),
                ('until', models.DateField(blank=True, null=True, verbose_name='tot')),
                ('given_by', models.CharField(blank=True, default='', max_length=120, verbose_name='gegeven door')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to=settings.AUTH_USER_MODEL, verbose_name='gebruiker')),
            ],
            options={
                'verbose_name': 'functie',
                'verbose_name_plural': 'functies',
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='user',
            name='chosen_post',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.post', verbose_name='gekozen functie'),
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('office', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'team',
                'verbose_name_plural': 'teams',
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='post',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='accounts.team', verbose_name='team'),
        ),
        migrations.CreateModel(
            name='Token',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('name', models.CharField(max_length=60, verbose_name='naam')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='vingerafdruk')),
                ('made_at', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='gemaakt op')),
                ('expires_at', models.DateTimeField(verbose_name='geldig tot')),
                ('used_on', models.DateField(blank=True, null=True, verbose_name='laatst gebruikt op')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.post', verbose_name='functie')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tokens', to=settings.AUTH_USER_MODEL, verbose_name='gebruiker')),
            ],
            options={
                'verbose_name': 'toegangstoken',
                'verbose_name_plural': 'toegangstokens',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='DossierPlace',
            fields=[
                ('dossier', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='dossier')),
                ('person', models.BigIntegerField(db_index=True, verbose_name='persoon')),
                ('agency', models.CharField(blank=True, default='', max_length=20, verbose_name='agentschap')),
                ('counsellor', models.CharField(blank=True, default='', max_length=40, verbose_name='trajectbegeleider')),
                ('infringement', models.BooleanField(default=False, verbose_name='inbreuk')),
                ('appealed', models.BooleanField(default=False, verbose_name='beroep')),
                ('office', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'plaats van een dossier',
                'verbose_name_plural': 'plaatsen van dossiers',
                'default_permissions': (),
                'indexes': [models.Index(fields=['counsellor', 'dossier'], name='place_counsellor'), models.Index(fields=['office', 'dossier'], name='place_office'), models.Index(fields=['agency', 'dossier'], name='place_agency')],
            },
        ),
        migrations.CreateModel(
            name='Glass',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('agency', models.CharField(blank=True, default='', max_length=20, verbose_name='agentschap')),
                ('dossier', models.BigIntegerField(verbose_name='dossier')),
                ('reason', models.CharField(max_length=500, verbose_name='reden')),
                ('opened_at', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='geopend op')),
                ('until', models.DateTimeField(verbose_name='tot')),
                ('seen_at', models.DateTimeField(blank=True, null=True, verbose_name='nagekeken op')),
                ('approved', models.BooleanField(blank=True, null=True, verbose_name='terecht')),
                ('seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='nagekeken door')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie')),
            ],
            options={
                'verbose_name': 'uitzonderlijke inzage',
                'verbose_name_plural': 'uitzonderlijke inzagen',
                'default_permissions': (),
                'indexes': [models.Index(fields=['user', 'dossier', 'until'], name='glass_open')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('at', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='wanneer')),
                ('kind', models.CharField(choices=[('page', 'bekeken'), ('act', 'gewijzigd'), ('search', 'gezocht'), ('export', 'uitgevoerd'), ('document', 'document gemaakt'), ('refused', 'geweigerd'), ('glass', 'uitzonderlijk geopend')], max_length=8, verbose_name='wat')),
                ('role', models.CharField(blank=True, choices=[('counsellor', 'trajectbegeleider'), ('nt2_consultant', 'NT2-consulent'), ('mo_teacher', 'leerkracht MO'), ('planner', 'planner'), ('team_lead', 'teamverantwoordelijke'), ('enforcement', 'handhavingsambtenaar'), ('appeal', 'beroepscommissie'), ('reporting', 'rapporteur'), ('auditor', 'auditor'), ('administrator', 'beheerder')], default='', max_length=20, verbose_name='als')),
                ('dossier', models.BigIntegerField(blank=True, null=True, verbose_name='dossier')),
                ('place', models.CharField(blank=True, default='', max_length=120, verbose_name='waar')),
                ('note', models.CharField(blank=True, default='', max_length=500, verbose_name='toelichting')),
                ('request', models.CharField(blank=True, default='', max_length=12, verbose_name='verzoek')),
                ('user', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie')),
            ],
            options={
                'verbose_name': 'inzage',
                'verbose_name_plural': 'inzagen',
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('dossier__isnull', False)), fields=['dossier', '-id'], name='look_dossier'), models.Index(fields=['user', '-id'], name='look_user'), models.Index(fields=['at'], name='look_at')],
            },
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.UniqueConstraint(fields=('office', 'name'), name='team_once'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='post_period'),
        ),
    ]
