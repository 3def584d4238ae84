namespace SageMakerIam.Settings;

/// <summary>A feature of SageMaker that works as a role, beside jobs, endpoints and notebooks, and needs more than these.</summary>
/// <remarks>SageMaker AI Developer Guide, "How to use SageMaker AI execution roles", and the page of each feature.</remarks>
internal enum ServedFeature
{
    /// <summary>
    /// Feature Store, whose offline store is in <c>buckets</c> with the access to write: it sees to whom the store belongs, shares what it
    /// writes, and keeps the tables of <c>glueDatabases</c> up to date, of <c>sagemaker_featurestore</c> where none is named.
    /// </summary>
    FeatureStore,

    /// <summary>
    /// The nodes of a HyperPod cluster: Session Manager opens sessions on them; in a <c>vpc</c> they tag and detach their network
    /// interfaces; with <c>eksClusters</c> they attach these, have addresses, and let pods work as roles of their own.
    /// </summary>
    HyperPod,

    /// <summary>A tracking server or app of MLflow, which registers models under the <c>resourcePrefixes</c>.</summary>
    Mlflow,
}
