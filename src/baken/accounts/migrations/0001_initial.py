import baken.foundation.clock
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('staff_number', models.CharField(blank=True, max_length=40, null=True, unique=True, verbose_name='personeelsnummer')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'gebruiker',
                'verbose_name_plural': 'gebruikers',
                'default_permissions': (),
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
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
                'indexes': [models.Index(condition=models.Q(('dossier__isnull', False)), fields=['dossier', '-id'], name='look_dossier'), models.Index(fields=['user', '-id'], name='look_user')],
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
