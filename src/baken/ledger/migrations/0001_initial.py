import baken.ledger.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('kind', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='soort')),
                ('next_number', models.BigIntegerField(default=1, verbose_name='volgend nummer')),
            ],
            options={
                'verbose_name': 'teller',
                'verbose_name_plural': 'tellers',
            },
        ),
        migrations.CreateModel(
            name='DerivedStamp',
            fields=[
                ('name', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='tabel')),
                ('append', models.BigIntegerField(verbose_name='registratie')),
            ],
            options={
                'verbose_name': 'stand van een afgeleide tabel',
                'verbose_name_plural': 'standen van afgeleide tabellen',
            },
        ),
        migrations.CreateModel(
            name='DossierHead',
            fields=[
                ('dossier', models.BigAutoField(primary_key=True, serialize=False, verbose_name='dossier')),
                ('last_append', models.BigIntegerField(verbose_name='laatste registratie')),
            ],
            options={
                'verbose_name': 'stand van een dossier',
                'verbose_name_plural': 'standen van dossiers',
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('code', models.CharField(max_length=80, unique=True, verbose_name='code')),
                ('name', models.CharField(blank=True, default='', max_length=200, verbose_name='naam')),
                ('agency', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='agency', max_length=64, null=True, verbose_name='agentschap of partner')),
                ('region', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='region', max_length=64, null=True, verbose_name='werkingsgebied')),
                ('kbo_number', models.CharField(blank=True, max_length=10, null=True, verbose_name='KBO-nummer')),
                ('kbi_number', models.CharField(blank=True, max_length=64, null=True, verbose_name='KBI-nummer')),
            ],
            options={
                'verbose_name': 'vestiging',
                'verbose_name_plural': 'vestigingen',
            },
        ),
        migrations.CreateModel(
            name='PartnerCode',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('code', models.CharField(blank=True, default='', max_length=50, verbose_name='code')),
                ('short_name', models.CharField(blank=True, max_length=25, null=True, verbose_name='korte naam')),
                ('name', models.CharField(blank=True, max_length=255, null=True, verbose_name='naam')),
                ('description', models.CharField(blank=True, max_length=255, null=True, verbose_name='omschrijving')),
                ('description_origin', models.CharField(blank=True, max_length=10, null=True, verbose_name='oorsprong van de omschrijving')),
                ('description_language', models.CharField(blank=True, max_length=2, null=True, verbose_name='taal van de omschrijving')),
            ],
            options={
                'verbose_name': 'code van een partner',
                'verbose_name_plural': 'codes van partners',
            },
        ),
        migrations.CreateModel(
            name='Trace',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='zegel')),
                ('body', models.TextField(verbose_name='motivering')),
            ],
            options={
                'verbose_name': 'motivering',
                'verbose_name_plural': 'motiveringen',
            },
        ),
        migrations.CreateModel(
            name='Append',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('recorded_at', models.DateTimeField(verbose_name='geregistreerd op')),
                ('recorded_by', models.CharField(max_length=120, verbose_name='geregistreerd door')),
                ('source', models.CharField(max_length=120, verbose_name='bron')),
                ('note', models.CharField(blank=True, default='', max_length=500, verbose_name='toelichting')),
                ('imported', models.BooleanField(default=False, verbose_name='ingeladen')),
                ('first_fact', models.BigIntegerField(verbose_name='eerste feit')),
                ('fact_count', models.BigIntegerField(verbose_name='aantal feiten')),
                ('content', models.CharField(max_length=64, verbose_name='inhoudszegel')),
                ('digest', models.CharField(max_length=64, verbose_name='zegel')),
            ],
            options={
                'verbose_name': 'registratie',
                'verbose_name_plural': 'registraties',
                'indexes': [models.Index(fields=['recorded_at'], name='append_recorded_at')],
            },
        ),
        migrations.CreateModel(
            name='KnownAs',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40, verbose_name='soort')),
                ('ref', models.CharField(max_length=200, verbose_name='naam bij de bron')),
                ('number', models.BigIntegerField(verbose_name='nummer')),
            ],
            options={
                'verbose_name': 'naam bij de bron',
                'verbose_name_plural': 'namen bij de bron',
                'indexes': [models.Index(fields=['kind', 'number'], name='known_as_number')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'ref'), name='known_as_once')],
            },
        ),
    ]
