using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions.Served;

/// <summary>What Feature Store does as a role with the offline store, beside reading and writing it.</summary>
/// <remarks>AWS Managed Policy Reference, AmazonSageMakerFeatureStoreAccess.</remarks>
internal static class FeatureStore
{
    // Where a feature group does not say another (CreateFeatureGroup, DataCatalogConfig).
    private const string Database = "sagemaker_featurestore";

    public static IEnumerable<Statement> Statements(ExecutionRoleSettings role, AwsAccount account)
    {
        var stores = role.Buckets.Where(bucket => bucket.Access.Contains(S3AccessLevel.Write));
        foreach (var owner in stores.GroupBy(bucket => bucket.Account ?? account.AccountId))
        {
            ImmutableArray<Condition> isOwners = [Condition.StringEquals("aws:ResourceAccount", owner.Key)];
            yield return new Statement
            {
                Sid = $"StoreOwnersOf{owner.Key}",
                Actions = ["s3:GetBucketAcl"],
                Resources = [.. owner.Select(bucket => account.Bucket(bucket.NameIn(account))).Distinct()],
                Conditions = isOwners,
            };
            yield return new Statement
            {
                Sid = $"ShareStoresOf{owner.Key}",
                Actions = ["s3:PutObjectAcl"],
                Resources = [.. owner.Select(bucket => account.Objects(bucket.NameIn(account), bucket.Prefix)).Distinct()],
                Conditions = isOwners,
            };
        }

        yield return new Statement
        {
            Sid = "FeatureTables",
            Actions = ["glue:GetTable", "glue:UpdateTable"],
            Resources = GlueTables.Of(ActivityScope.Of(role, account) with
            {
                GlueDatabases = role.GlueDatabases.IsEmpty ? [Database] : role.GlueDatabases,
            }),
        };
    }
}
